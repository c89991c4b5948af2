/** 试算: what a plan would have commanded over days gone by. The same decision as the loop's, with a device that does all it is told. Pure. */
import { dayOf } from '../methods/hour-series.ts';
import { localDayNumber } from '../readings/local-time.ts';
import type { EntryKind, Reason, Rule, TrialAnswer } from './contract.ts';
import {
  type Bounds,
  type Decided,
  decidePoint,
  type Held,
  type LastEntry,
  type PointLimits,
  type Standing,
} from './decide-point.ts';
import { type Surroundings, wantedAt } from './wanted.ts';

export interface Tried {
  readonly id: string;
  readonly name: string;
  readonly limits: PointLimits;
  readonly bounds: Bounds;
  readonly around: Surroundings;
  /** Ends of the intervals that were measured and count, in the order of time, in milliseconds. */
  readonly readAt: readonly number[];
}

type TriedPoint = TrialAnswer['points'][number];
const minuteMs = 60_000;
const shown = 200;

/** Walks from one instant to another; the loop runs each minute, the trial in coarser steps, and no coarser than half of what a device holds. */
export function tryOnHistory(
  point: Tried,
  rules: readonly Rule[],
  { from, to, stepMinutes }: { readonly from: Date; readonly to: Date; readonly stepMinutes: number },
): TriedPoint {
  const every = Math.max(1, Math.min(stepMinutes, Math.floor(point.limits.ttlMinutes / 3)));
  const plan: Standing = { state: 'active', proposedBy: 'a', approvedBy: 'b', from: '0000-01-01', to: '9999-12-31' };
  const refused = new Map<Reason, number>();
  const changes: { at: string; kind: EntryKind; value: number | null; reason: Reason }[] = [];
  const values: number[] = [];
  let [commands, returns, read, said] = [0, 0, 0, ''];
  let held: Held | null = null;
  let last: LastEntry | null = null;
  for (let at = from.getTime(), next = at; at < to.getTime(); at += every * minuteMs) {
    const now = new Date(at);
    while (read < point.readAt.length && point.readAt[read]! <= at) read += 1;
    const newest = read === 0 ? null : new Date(point.readAt[read - 1]!);
    const decided: Decided | null = decidePoint(
      {
        limits: { ...point.limits, running: true },
        bounds: point.bounds,
        plan,
        switchedOn: true,
        today: dayOf(localDayNumber(at)),
        wanted: wantedAt(rules, now, point.around),
        readAt: newest,
        present: held?.value ?? null,
        last,
        held,
      },
      now,
      from,
    );
    if (decided?.kind === 'refused') {
      const words = `${decided.reason} ${decided.value}`;
      if (said !== words) refused.set(decided.reason, (refused.get(decided.reason) ?? 0) + 1);
      said = words;
    } else if (decided) {
      said = '';
      const { kind, value, until } = decided;
      if (kind === 'set' || kind === 'renew') held = { value: value!, until: until! };
      else held = null;
      const changedAt: Date = kind === 'set' || kind === 'return' ? now : (last?.changedAt ?? now);
      last = { kind, state: kind === 'return' ? 'returned' : kind === 'lapsed' ? 'noted' : 'applied', changedAt };
      if (kind === 'set') commands += 1;
      if (kind === 'return' || kind === 'lapsed') returns += 1;
      if (kind !== 'renew') changes.push({ at: now.toISOString(), kind, value, reason: decided.reason });
    }
    if (at >= next) {
      values.push(held?.value ?? point.limits.safe);
      next += stepMinutes * minuteMs;
    }
  }
  return {
    id: point.id,
    name: point.name,
    safe: point.limits.safe,
    values,
    commands,
    returns,
    refused: [...refused].map(([reason, times]) => ({ reason, times })),
    changes: changes.slice(0, shown),
    more: Math.max(0, changes.length - shown),
  };
}
