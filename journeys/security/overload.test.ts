import { cpus } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { offer, type Offer, type Told } from './load/offered.ts';
import { town, type Town } from './town.ts';
import type { Visitor } from './visitor.ts';

let at: Town;
let zhou: Visitor;
beforeAll(async () => {
  at = await town();
  await openAccount(at, '周敏', 'zhoumin');
  zhou = await signIn(at, 'zhoumin');
});
afterAll(async () => {
  zhou?.leave();
  await at?.close();
});

const asked = (more: Pick<Offer, 'seconds' | 'perSecond' | 'connections'> & { port?: number }): Promise<Told> =>
  offer({
    port: at.port,
    path: '/api/reads/vehicles.trips',
    headers: { cookie: `opengoa=${zhou.cookies.get('opengoa')}`, 'sec-fetch-site': 'same-origin' },
    ...more,
  });

describe('REL-20 more than it can do', () => {
  test('REL-20 at three times its capacity four fifths of the most useful work goes on; the rest is told at once when to come back; then it is as before', async (context) => {
    await asked({ seconds: 1, perSecond: null, connections: 16 });
    const calm = await asked({ seconds: 1, perSecond: 50, connections: 64 });
    expect(calm).toMatchObject({ refused: 0, others: 0 });

    // The flood is compared with the peak right before and after it.
    const rounds: Round[] = [];
    for (let before = await peak(); rounds.length < 3 && !rounds.some(holds);) {
      const [cpu, idle] = [process.cpuUsage(), idleMillis()];
      const begun = performance.now();
      const flood = await asked({ seconds: 4, perSecond: Math.ceil(3 * before), connections: 450 });
      const { user, system } = process.cpuUsage(cpu);
      const idleShare = (idleMillis() - idle) / (performance.now() - begun) / cpus().length;
      const after = await peak();
      rounds.push({ before, after, flood, busyShare: (user + system) / 4e6, idleShare });
      before = after;
    }
    for (const { flood } of rounds) {
      expect(flood.others, flood.firstOther ?? '').toBe(0);
      expect(flood.withRetryAfter).toBe(flood.refused);
    }
    // Where other programs take the processor away from the one under test, nothing is shown, and nothing is said.
    if (!rounds.some(holds) && rounds.every(isStarved)) context.skip('others keep this machine busy');
    expect(rounds.some(holds), JSON.stringify(rounds, null, 1)).toBe(true);

    const begun = Date.now();
    let after: Told;
    do after = await asked({ seconds: 1, perSecond: 50, connections: 64 });
    while (!asBefore(after, calm) && Date.now() - begun < 10_000);
    expect(asBefore(after, calm), JSON.stringify({ calm, after })).toBe(true);
  }, 120_000);

  test('REL-20 refusing costs less than a tenth of doing, so that three times as many askers leave four fifths of the thread', async () => {
    const shut = await at.anotherDoor({ limits: { atOnce: 0 } });
    const costs: number[] = [];
    // Time of this process alone, whatever others on the machine do.
    for (let turn = 0; turn < 3 && !costs.some((share) => share < 0.1); turn += 1) {
      const [done, refused] = [await cost(at.port), await cost(shut.port)];
      costs.push(refused / done);
    }
    expect(Math.min(...costs)).toBeLessThan(0.1);
  }, 60_000);
});

interface Round {
  readonly before: number;
  readonly after: number;
  readonly flood: Told;
  /** Of the time of the flood: what the server's process worked, and what of the whole machine nobody used. */
  readonly busyShare: number;
  readonly idleShare: number;
}

/** The server could have worked more, and the machine had nothing left: others had it. */
const isStarved = ({ busyShare, idleShare }: Round): boolean => busyShare < 0.8 && idleShare < 0.15;

const idleMillis = (): number => cpus().reduce((sum, { times }) => sum + times.idle, 0);

/** Four fifths of the peak, most askers refused, and sooner than what was taken on was done. */
const holds = ({ before, after, flood }: Round): boolean =>
  flood.usefulPerSecond >= 0.8 * Math.min(before, after) &&
  flood.refused > flood.useful &&
  flood.refusedP50 < flood.usefulP50;

const asBefore = (told: Told, calm: Told): boolean =>
  told.refused === 0 && told.others === 0 && told.usefulP50 <= 3 * calm.usefulP50 + 10;

/** The most it does, whatever number of people asks: no one number is best on every machine. */
async function peak(): Promise<number> {
  const tries: Told[] = [];
  for (const connections of [8, 32, 128]) tries.push(await asked({ seconds: 1.5, perSecond: null, connections }));
  for (const each of tries) expect(each).toMatchObject({ refused: 0, others: 0 });
  return Math.max(...tries.map(({ usefulPerSecond }) => usefulPerSecond));
}

/** Processor time of one request, in microseconds. */
async function cost(port: number): Promise<number> {
  const before = process.cpuUsage();
  const { offered } = await asked({ port, seconds: 2, perSecond: null, connections: 32 });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / offered;
}
