import { jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import pg from 'pg';
import vehicles from '../domain.ts';

/** A house whose history can be entered, and gone back to: its Record keeps the time of its clock, where a database keeps its own. */
export interface PastHouse {
  readonly at: House;
  /** The time of the house. */
  now(): Date;
  /** Lets the clock run on. */
  pass(hours: number): void;
  /** Lets somebody act now, and the Record keep it as of now. */
  enters<Answer>(act: () => Promise<Answer>): Promise<Answer>;
  /**
   * What a source hands over of a period, in an order of its own making.
   * @param knownBefore as known before this instant
   */
  told(source: RiskSource, period: readonly [string, string], knownBefore?: Date): Promise<unknown[]>;
  close(): Promise<void>;
}

/** @param begins when its clock begins */
export async function pastHouse(begins: string): Promise<PastHouse> {
  let now = new Date(begins);
  const at = await house({ rooms: [vehicles], clock: () => now });
  const behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  // The Record refuses to be changed to anybody; here its time is.
  await behind.query('set session_replication_role = replica');
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  return {
    at,
    now: () => now,
    pass(hours) {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    async enters(act) {
      const before = newId();
      const answer = await act();
      await behind.query('update kernel.fact set recorded_at = $1 where id > $2', [now, before]);
      return answer;
    },
    async told(source, period, knownBefore) {
      const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'vehicles' }, (tx, context) =>
        source.gather(tx, period, context, undefined, knownBefore),
      );
      const keyed = cases.map((each): [string, unknown] => [JSON.stringify(each), each]);
      return keyed.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
    },
    async close() {
      await behind.end();
      await at.close();
    },
  };
}

/** Acts of one story, each after the one before it; what others do comes in between. */
export type Story = readonly (() => Promise<unknown>)[];

/**
 * Plays stories, mixed as they come, and then asks of every moment between two entries what was known: it is what the sources said at that moment,
 * when nothing later had been entered.
 * @param turns whose act is next, by the number of the story; what is left over follows
 * @param stepHours how long it is until the next
 * @returns what was said at each moment, what is said of it now, and which acts were refused
 */
export async function playAndGoBack(
  past: PastHouse,
  stories: readonly Story[],
  turns: readonly { readonly story: number; readonly hours: number }[],
  sources: readonly RiskSource[],
  period: readonly [string, string],
): Promise<{ readonly before: unknown[]; readonly now: unknown[]; readonly refused: readonly string[] }> {
  const left = stories.map((story) => [...story]);
  const refused: string[] = [];
  const moments: { readonly instant: Date; readonly source: RiskSource; readonly said: unknown[] }[] = [];
  const order = turns.map(({ story, hours }) => [story % stories.length, hours] as const);
  for (const [n, story] of stories.entries()) order.push(...story.map(() => [n, 5] as const));
  for (const [story, hours] of order) {
    const act = left[story]!.shift();
    if (!act) continue;
    past.pass(hours);
    // In a history of chance not every act is possible when its turn comes: one that is refused enters nothing.
    await past.enters(act).catch((error: Error) => {
      if (!/ refused: /.test(error.message)) throw error;
      refused.push(error.message);
    });
    past.pass(1 / 60);
    for (const source of sources) moments.push({ instant: past.now(), source, said: await past.told(source, period) });
  }
  past.pass(24);
  const before: unknown[] = [];
  const now: unknown[] = [];
  for (const [n, { instant, source, said }] of moments.entries()) {
    before.push({ n, kit: source.kit, cases: said });
    now.push({ n, kit: source.kit, cases: await past.told(source, period, instant) });
  }
  return { before, now, refused };
}
