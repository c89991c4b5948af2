import { useQueryClient } from '@tanstack/react-query';
import { bringFile, runAny } from '../client/client.ts';
import type { Input, VerbName } from '../client/door-types.ts';
import { uuid } from '../client/uuid.ts';
import { problemOf } from '../client/problem.ts';
import { useSession } from '../hooks/session.ts';
import { keepAct, keptActs } from './kept-acts.ts';
import { keepPhotos } from './kept-photos.ts';
import { tellKept, useKeptActs } from './use-kept-acts.ts';

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
    tellKept();
    return kept ? { is: 'kept' } : { is: 'refused', problem: problemOf(new TypeError('no room')) };
  };
}

/**
 * An act that brings many small things, one after the other, faster than a network answers: what is pressed is kept at once and goes out in packets, in
 * its order, each packet once. The field holds the small things.
 *
 * @returns false where the device has no room: then the person must be told
 */
export function useGatheredVerb<Name extends VerbName>(
  verb: Name,
  gathers: { readonly field: keyof Input<Name> & string; readonly most: number },
): (input: Input<Name>, title: string) => boolean {
  const person = useSession().person?.id ?? '';
  const { sendNow } = useKeptActs();
  return (input, title) => {
    const at = new Date().toISOString();
    const kept = keepAct(localStorage, person, {
      key: uuid(),
      verb,
      input: input as Readonly<Record<string, unknown>>,
      title,
      at,
      gathers,
    });
    tellKept();
    sendNow();
    return kept;
  };
}
