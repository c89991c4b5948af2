const LOOK_MS = 4_000;
const SHOWN_MS = 6_000;
const EVERY_MS = 150;

/** The control that bears these words, once it is drawn: scrolled to, ringed for some seconds, and given the focus. */
export function pointAt(words: string): void {
  const began = Date.now();
  const timer = setInterval(() => {
    const found = [...document.querySelectorAll<HTMLElement>('main button, main a, main [role=tab], main label')].find(
      (each) => each.checkVisibility() && (each.textContent ?? '').trim().startsWith(words),
    );
    if (!found && Date.now() - began < LOOK_MS) return;
    clearInterval(timer);
    if (!found) return;
    found.scrollIntoView({ block: 'center' });
    found.classList.add('g-point');
    found.focus({ preventScroll: true });
    setTimeout(() => found.classList.remove('g-point'), SHOWN_MS);
  }, EVERY_MS);
}
