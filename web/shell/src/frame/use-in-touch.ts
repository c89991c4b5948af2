import { useRenewSession, useSession } from '@opengoa/web-kit';
import { useEffect, useSyncExternalStore } from 'react';

const AGAIN_MS = 10_000;

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

/**
 * Whether the server can be reached, as far as the page knows. A browser may call a network that leads nowhere a network, and a page that was opened
 * without one may not be told: there the session came from the shelf of this device, where its proof is never kept, and it is asked for again until
 * the server gives it.
 */
export function useInTouch(): boolean {
  const online = useOnline();
  const { person, proof } = useSession();
  const renew = useRenewSession();
  const fromShelf = person !== null && proof === null;
  useEffect(() => {
    if (!fromShelf) return undefined;
    const again = () => void renew();
    addEventListener('online', again);
    const timer = setInterval(again, AGAIN_MS);
    return () => {
      removeEventListener('online', again);
      clearInterval(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- to renew is the same in every drawing
  }, [fromShelf]);
  return online && !fromShelf;
}
