import { jobActor, newId, type RiskCase, type RiskSource } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import type { House } from '@opengoa/kernel/testing';

type Gathered = Pick<RiskCase, 'subject' | 'unit' | 'inputs' | 'period'>;

/** What a source hands to its rule, as the job would ask: numbers to nine digits, whichever way they were added up, and a crowd in no order. */
export async function gathered(
  at: House,
  source: RiskSource,
  period: readonly [string, string],
  knownBefore?: Date,
  only?: readonly string[],
): Promise<Gathered[]> {
  const actor = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor, who: ['job'], room: 'energy' }, (tx) =>
    source.gather(tx, period, contextFor(at.kernel, actor, newId()), only, knownBefore),
  );
  return JSON.parse(JSON.stringify(cases, plainly)) as Gathered[];
}

const plainly = (key: string, value: unknown): unknown => {
  if (typeof value === 'number') return Number(value.toPrecision(9));
  if (key === 'others' && Array.isArray(value)) return value.toSorted((a: number, b: number) => a - b);
  return value;
};

/** Long enough that the clocks of the program and of the database agree on which side of an instant an act lies. */
const apart = () => new Promise((done) => setTimeout(done, 12));

interface Moment {
  readonly at: Date;
  readonly said: Readonly<Record<string, Gathered>>;
}

/** Keeps what sources said at moments of a history that is being entered, in a house whose clock goes on by itself. */
export function remembering(at: House, sources: readonly RiskSource[], period: readonly [string, string]) {
  const moments: Moment[] = [];
  /** Case by case under a name of its own, so that what differs is told and not all of it. */
  const all = async (knownBefore?: Date): Promise<Record<string, Gathered>> => {
    const found: [string, Gathered][] = [];
    for (const source of sources)
      for (const [n, each] of (await gathered(at, source, period, knownBefore)).entries())
        found.push([`${source.kit} ${each.subject.name} ${each.period[0]} ${n}`, each]);
    return Object.fromEntries(found);
  };
  return {
    moments,
    /** What was entered until now is on one side of this moment, and what comes is on the other. */
    async remember(): Promise<Date> {
      await apart();
      const now = new Date();
      moments.push({ at: now, said: await all() });
      await apart();
      return now;
    },
    asKnownAt: (moment: Moment) => all(moment.at),
  };
}
