import { useSyncExternalStore } from 'react';

/** A short word that something happened. Never the only copy of a message: what it says also stands on the page. */
interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'note';
}

const SHOWN_MS = 4000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function toast(text: string, tone: Toast['tone'] = 'done'): void {
  last += 1;
  const id = last;
  put([...toasts.slice(-2), { id, text, tone }]);
  setTimeout(() => put(toasts.filter((each) => each.id !== id)), SHOWN_MS);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="k-toasts" role="status" aria-live="polite">
      {shown.map((each) => (
        <div key={each.id} className={`k-toast k-toast-${each.tone}`}>
          {each.text}
        </div>
      ))}
    </div>
  );
}
