import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { bringFile, runAny } from '../client/client.ts';
import type { Input, VerbName } from '../client/door-types.ts';
import { uuid } from '../client/uuid.ts';
import { problemOf } from '../client/problem.ts';
import { useSession } from '../hooks/session.ts';
import { dropAct, keepAct, type KeptAct, keptActs, namePhotos, sendKept, type Sent } from './kept-acts.ts';
import { dropPhotos, keepPhotos, photosOf } from './kept-photos.ts';

const EVERY_MS = 20_000;
const listeners = new Set<() => void>();
let seen: { readonly text: string; readonly acts: readonly KeptAct[] } = { text: '', acts: [] };
let sending = false;

const tell = () => {
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
  sendNow(): void;
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
      tell();
    },
    sendNow() {
      if (sending || !navigator.onLine) return;
      sending = true;
      // One page of several sends: the lock is the browser's, where it has one.
      const work = () => sendKept(localStorage, person, (act) => sendOne(person, act));
      const locked = navigator.locks?.request('opengoa.acts', work) ?? work();
      void Promise.resolve(locked)
        .then((done) => {
          if (done > 0) void queries.invalidateQueries();
        })
        .finally(() => {
          sending = false;
          tell();
        });
    },
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

/** Photos that go with an act: brought before it, and kept with it while there is no network. */
export interface ActPhotos {
  /** The upload point: `energy.meter-photo`. */
  readonly point: string;
  /** Field of the input that takes their ids. */
  readonly field: string;
  readonly files: readonly File[];
}

export type KeptOutcome =
  | { readonly is: 'done' | 'kept' }
  | { readonly is: 'refused'; readonly problem: ReturnType<typeof problemOf> };

/**
 * An act for those who work where there is no network: sent now, or kept and sent later, once in any case. Whoever calls it puts the instant of the
 * press into the input, where the verb takes one: it is what happened.
 */
export function useKeptVerb<Name extends VerbName>(
  verb: Name,
): (input: Input<Name>, title: string, photos?: ActPhotos) => Promise<KeptOutcome> {
  const person = useSession().person?.id ?? '';
  const queries = useQueryClient();
  return async (input, title, photos) => {
    const key = uuid();
    // Behind something that waits, it waits as well: order is kept.
    const behind = keptActs(localStorage, person).length > 0;
    if (navigator.onLine && !behind) {
      try {
        const ids: string[] = [];
        for (const file of photos?.files ?? []) ids.push((await bringFile(photos!.point, file)).id);
        await runAny(verb, ids.length === 0 ? input : { ...input, [photos!.field]: ids }, key);
        void queries.invalidateQueries();
        return { is: 'done' };
      } catch (caught) {
        const problem = problemOf(caught);
        if (problem.code !== 'no-network' && problem.code !== 'no-answer') return { is: 'refused', problem };
      }
    }
    const waiting = photos !== undefined && photos.files.length > 0;
    if (waiting) {
      try {
        await keepPhotos(
          key,
          photos.files.map((file) => ({ name: file.name || 'photo.jpg', content: file })),
        );
      } catch {
        return { is: 'refused', problem: problemOf(new TypeError('no room')) };
      }
    }
    const kept = keepAct(localStorage, person, {
      key,
      verb,
      input: input as Readonly<Record<string, unknown>>,
      title,
      at: new Date().toISOString(),
      ...(waiting ? { photos: { point: photos.point, field: photos.field } } : {}),
    });
    tell();
    return kept ? { is: 'kept' } : { is: 'refused', problem: problemOf(new TypeError('no room')) };
  };
}
