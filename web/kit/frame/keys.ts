import { useEffect, useEffectEvent } from 'react';

/** Whether a key press belongs to something being typed in. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) ||
      at.closest('[role="listbox"],[role="combobox"]') !== null)
  );
}

/**
 * Single keys of a page: `useKeys({ j: next, k: previous, e: open })`. Not while typing, not with Ctrl or Alt, not while a
 * dialog that asks for an answer is open.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>, when = true): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (document.querySelector('dialog.k-sheet-middle[open]')) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!when) return undefined;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [when]);
}
