import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { bringFile, runAny } from '../client/client.ts';
import { problemOf } from '../client/problem.ts';
import { useSession } from '../hooks/session.ts';
import { dropAct, type KeptAct, keptActs, namePhotos, sendKept, type Sent } from './kept-acts.ts';
import { dropPhotos, photosOf } from './kept-photos.ts';

const EVERY_MS = 20_000;
const listeners = new Set<() => void>();
let seen: { readonly text: string; readonly acts: readonly KeptAct[] } = { text: '', acts: [] };
let sending = false;

export const tellKept = () => {
  for (const listener of listeners) listener();
};

/** The same array while nothing changed, as React asks. */
function present(person: string): readonly KeptAct[] {
  const acts = keptActs(localStorage, person);
  const text = JSON.stringify([person, acts]);
  if (text !== seen.text) seen = { text, acts };
  return seen.acts;
}

const silent = ({ code, status }: { code: string; status: number }) =>
  code === 'no-network' || code === 'no-answer' || status >= 500 || status === 429 || status === 401;

async function sendOne(person: string, kept: KeptAct): Promise<Sent> {
  const { verb, key, photos } = kept;
  try {
    let { input } = kept;
    if (photos) {
      const ids: string[] = [];
      for (const { name, content } of await photosOf(key))
        ids.push((await bringFile(photos.point, new File([content], name, { type: content.type }))).id);
      input = namePhotos(localStorage, person, key, ids)?.input ?? input;
    }
    await runAny(verb, input, key);
    await dropPhotos(key).catch(() => undefined);
    return { is: 'done' };
  } catch (caught) {
    const problem = problemOf(caught);
    return silent(problem) ? { is: 'away' } : { is: 'refused', problem };
  }
}

export interface KeptActs {
  readonly acts: readonly KeptAct[];
  /** Forgets one: it is not sent any more. */
  drop(key: string): void;
  readonly sendNow: () => void;
}

/** Sends what waits of this person, unless that is being done. */
function sendWaiting(person: string, whenSent: () => void): void {
  if (sending || !navigator.onLine) return;
  sending = true;
  // One page of several sends: the lock is the browser's, where it has one.
  const work = () => sendKept(localStorage, person, (act) => sendOne(person, act));
  const locked = navigator.locks?.request('opengoa.acts', work) ?? work();
  void Promise.resolve(locked)
    .then((done) => {
      if (done > 0) whenSent();
      return done;
    })
    .catch(() => 0)
    .then((done) => {
      sending = false;
      tellKept();
      // What was pressed meanwhile does not wait for the clock.
      if (done > 0 && keptActs(localStorage, person).some(({ refused }) => !refused)) sendWaiting(person, whenSent);
    });
}

/** What waits of this person, as it stands. */
export function useKeptActs(): KeptActs {
  const person = useSession().person?.id ?? '';
  const queries = useQueryClient();
  const acts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        removeEventListener('storage', listener);
      };
    },
    () => present(person),
  );
  return {
    acts,
    drop(key) {
      dropAct(localStorage, person, key);
      void dropPhotos(key).catch(() => undefined);
      tellKept();
    },
    sendNow: () => sendWaiting(person, () => void queries.invalidateQueries()),
  };
}

/** Sends what waits when the network is back, when the page is opened, and every so often in between. Called once, by the frame. */
export function useSendKept({ acts, sendNow }: KeptActs): void {
  const waiting = acts.some(({ refused }) => !refused);
  useEffect(() => {
    if (!waiting) return undefined;
    sendNow();
    addEventListener('online', sendNow);
    const timer = setInterval(sendNow, EVERY_MS);
    return () => {
      removeEventListener('online', sendNow);
      clearInterval(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the sender is the same whatever waits
  }, [waiting]);
}
