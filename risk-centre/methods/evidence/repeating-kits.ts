/** How much kits of one group repeat each other, from what each of them said of the subjects it looked at: whether it flagged or was silent. */
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { correlationOfGroup, type Repeating } from './correlation-of-group.ts';

export const saidOfSubject = ['hit', 'clear', 'insufficient'] as const;
export type SaidOfSubject = (typeof saidOfSubject)[number];

/** What the kits of one group said of one subject in one month. */
export interface LookedAt {
  readonly subject: string;
  /** By kit; a kit that did not look is absent. */
  readonly said: ReadonlyMap<string, SaidOfSubject>;
  /** People found it true: left out, since the truth moves all kits at once. */
  readonly foundTrue: boolean;
}

export interface RepeatingKits extends Repeating {
  /** The kits it holds for, in order of their ids. */
  readonly kits: readonly string[];
  /** Flags of the kit that flagged least. */
  readonly hits: number;
}

export interface EnoughLooks {
  /** Fewest different subjects that all of them judged. */
  readonly subjects: number;
  /** Fewest flags of each kit: what never flags cannot be seen to repeat. */
  readonly hits: number;
}

/**
 * A month of a subject counts where each kit of the group either flagged or was clear; kits with too few flags are left out, and what they say stays at the usual half.
 * Flags are yes or no, so that the correlation of ranks is that of a two by two table.
 * @returns `insufficient_data` with the number of subjects that all of them judged
 */
export function repeatingKits(
  kits: readonly string[],
  looks: readonly LookedAt[],
  enough: EnoughLooks,
): MethodResult<RepeatingKits> {
  const untrue = looks.filter(({ foundTrue }) => !foundTrue);
  const hitsOf = (kit: string, rows: readonly LookedAt[]) => rows.filter(({ said }) => said.get(kit) === 'hit').length;
  const often = kits.filter((kit) => hitsOf(kit, untrue) >= enough.hits).toSorted();
  const judged = untrue.filter(({ said }) =>
    (often.length > 1 ? often : kits).every((kit) => said.get(kit) === 'hit' || said.get(kit) === 'clear'),
  );
  const subjects = new Set(judged.map(({ subject }) => subject)).size;
  const hits = often.length > 0 ? Math.min(...often.map((kit) => hitsOf(kit, judged))) : 0;
  if (often.length < 2 || subjects < enough.subjects || hits < enough.hits)
    return insufficient({
      zh: `共同判断过的对象${subjects}个，提示够${enough.hits}次的规则${often.length}条；至少需要${enough.subjects}个、2条`,
      en: `${subjects} subjects judged by all, ${often.length} kits with ${enough.hits} flags; ${enough.subjects} and 2 are needed`,
      needed: enough.subjects,
      found: subjects,
    });
  const found = correlationOfGroup(judged.map(({ said }) => often.map((kit) => (said.get(kit) === 'hit' ? 1 : 0))));
  return found.status === 'ok' ? ok({ ...found, subjects, kits: often, hits }) : found;
}
