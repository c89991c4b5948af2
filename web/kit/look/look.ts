import { useSyncExternalStore } from 'react';

/** How the pages look for this person on this machine. None of it is sensitive, so it may stay in the browser. */
export interface Look {
  readonly dark: boolean;
  /** 长辈版: 18 px text and 60 px targets. */
  readonly large: boolean;
  readonly navFolded: boolean;
}

const KEPT = 'opengoa.look';
const plain: Look = { dark: false, large: false, navFolded: false };
const listeners = new Set<() => void>();
let look: Look = plain;

function draw(): void {
  document.documentElement.dataset['theme'] = look.dark ? 'dark' : 'light';
  document.documentElement.dataset['type'] = look.large ? 'large' : 'normal';
}

/** Puts the kept look on the page before anything is drawn. */
export function startLook(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    if (typeof kept === 'object' && kept !== null) look = { ...plain, ...kept };
  } catch {
    look = plain;
  }
  draw();
}

export function changeLook(change: Partial<Look>): void {
  look = { ...look, ...change };
  localStorage.setItem(KEPT, JSON.stringify(look));
  draw();
  for (const listener of listeners) listener();
}

export function useLook(): Look {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => look,
  );
}

const PHONE = '(max-width: 767px)';

/** Whether the page is as narrow as a phone. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(PHONE);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(PHONE).matches,
  );
}
