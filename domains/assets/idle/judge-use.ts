import type { SignKind } from './contract.ts';
import type { useStates } from './words.zh.ts';

export interface UseSign {
  readonly kind: SignKind;
  /** ms; null: the source watches and has seen nothing. */
  readonly lastAt: number | null;
  /** Since when the source watches, ms; null: it does not, or no longer. */
  readonly watchedFrom: number | null;
  /** Said of the room with several things in it, not of the thing. */
  readonly weak?: boolean;
}

export interface Used {
  readonly state: keyof typeof useStates;
  /** The last sign of any source, ms; null where there is none. */
  readonly since: number | null;
  /** The sources behind it. */
  readonly by: readonly SignKind[];
}

const dayMs = 86_400_000;
/** A scan says that a thing is there, an answer what somebody says of it: neither goes on watching. */
const watches = ({ kind, watchedFrom }: UseSign) => kind !== 'scan' && kind !== 'answer' && watchedFrom !== null;

/**
 * From signs of use to a state (SA-05). Silence counts only where a source has watched for as long: no source is not idleness, and silent is not clean.
 * @param days after which a thing is quiet, and idle
 */
export function judgeUse(
  all: readonly UseSign[],
  nowMs: number,
  days: { readonly quiet: number; readonly idle: number },
): Used {
  // What only the room says counts where nothing that watches the thing itself has watched for as long.
  const own = all.filter(({ weak }) => !weak);
  const ownWatch = own.some((sign) => watches(sign) && nowMs - sign.watchedFrom! >= days.idle * dayMs);
  const signs = ownWatch ? own : all;
  const seen = signs.flatMap(({ lastAt }) => lastAt ?? []);
  const since = seen.length === 0 ? null : Math.max(...seen);
  const by = signs.map(({ kind }) => kind).toSorted();
  const silentDays = since === null ? Infinity : (nowMs - since) / dayMs;
  if (silentDays < days.quiet) return { state: 'in-use', since, by };
  const watched = signs.filter(watches).map(({ watchedFrom }) => (nowMs - watchedFrom!) / dayMs);
  const longest = Math.max(-Infinity, ...watched);
  if (silentDays >= days.idle && longest >= days.idle) return { state: 'idle', since, by };
  if (longest >= days.quiet) return { state: 'quiet', since, by };
  return { state: 'insufficient_data', since, by };
}
