/**
 * 这是我自己的设备: pages opened here open again without a network. Said by the person, for this browser alone; signing out ends it and empties what
 * was kept. Without that word nothing of the house is kept in a browser.
 */

const MARK = 'opengoa.own-device';

const workers = (): ServiceWorkerContainer | undefined =>
  typeof navigator === 'undefined' ? undefined : navigator.serviceWorker;

/** Only over a line that nobody alters, and where the browser can. */
export const canBeOwn = (): boolean => workers() !== undefined && isSecureContext;

export const isOwn = (person: string): boolean => localStorage.getItem(MARK) === person;

const loaded = (): string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => {
    const { origin, pathname } = new URL(name);
    return origin === location.origin && pathname.startsWith('/_built/') ? [pathname] : [];
  });

/** From here on what is opened is kept. @throws DOMException where the browser refuses it */
export async function markAsOwn(person: string): Promise<void> {
  const container = workers();
  if (!container) return;
  await container.register('/kept-pages.js', { scope: '/', updateViaCache: 'none' });
  const { active } = await container.ready;
  active?.postMessage({ person, keep: loaded() });
  localStorage.setItem(MARK, person);
}

/** With every opening of the house: the pages of today's build are kept as well. */
export function goOnKeeping(person: string): void {
  if (!isOwn(person)) return;
  void workers()?.ready.then(({ active }) => active?.postMessage({ person, keep: loaded() }));
}

/** Nothing of the person stays behind, and nothing is kept any more. */
export async function forgetDevice(): Promise<void> {
  localStorage.removeItem(MARK);
  if (typeof caches !== 'undefined')
    for (const name of await caches.keys()) if (name.startsWith('opengoa-')) await caches.delete(name);
  for (const each of (await workers()?.getRegistrations()) ?? []) await each.unregister();
}
