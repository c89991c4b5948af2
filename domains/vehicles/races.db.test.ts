import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from './domain.ts';
import { positionAt, trackedVehicle } from './testing/tracked-fleet.ts';

/** A hundred at once, each by an act of its own. Whoever is refused is told why; nobody gets a fault. */
const times = 100;

let at: House;
let now = new Date('2026-03-01T09:00:00+08:00');
const morning = '2026-03-05T09:00:00+08:00';

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
});
afterAll(() => at?.close());

const described = { make: '红旗', model: 'H5', body: 'sedan', power: 'petrol', seats: 5, category: 'other' };
const register = async (plate: string, more: object = {}) => {
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, ...described, ...more };
  return (await at.as('郑科长').does('vehicles.register-vehicle', input)).facts[0]!.object.id;
};
/** Runs an act a hundred times at once and counts the answers by their code. */
async function crowd(act: (n: number) => Promise<unknown>): Promise<Record<string, number>> {
  const answers = await Promise.all(Array.from({ length: times }, (_, n) => act(n)));
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const code = isRefusal(answer) ? answer.code : 'done';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
const clerk = () => at.as('郑科长');

describe('SEC-BI-04 a hundred at once', () => {
  test('SEC-BI-04 the last slot of an establishment: one proposal has it', async () => {
    const unit = at.ids.bureauFleet;
    const category = 'law-enforcement';
    await clerk().does('vehicles.set-slots', { unit, category, slots: 1, paper: '1号' });
    const wanted = { unit, category, body: 'sedan', power: 'petrol', displacementL: 1.6, priceFen: 11_000_000 };
    expect(await crowd((n) => clerk().run('vehicles.propose-purchase', { ...wanted, why: `第 ${n} 份` }))).toEqual({
      done: 1,
      'no-slot-left': times - 1,
    });
    expect(await clerk().list('vehicles.slots', { 'f.category': category })).toMatchObject({
      rows: [{ slots: 1, on_order: 1, over: 0 }],
    });
  });

  test('SEC-BI-04 the last free slot of another unit: one vehicle is transferred into it', async () => {
    const to = at.ids.financeOffice;
    await clerk().does('vehicles.set-slots', { unit: to, category: 'other', slots: 1, paper: '2号' });
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await register(`青A·8100${n}`));
    const counts = await crowd((n) =>
      clerk().run('vehicles.transfer-vehicle', { vehicle: ids[n % 10], version: 1, to, paper: '2号' }),
    );
    expect(counts['done']).toBe(1);
    expect(Object.keys(counts).filter((code) => !['done', 'no-slot-left', 'stale-version'].includes(code))).toEqual([]);
    expect(await clerk().list('vehicles.slots', { 'f.unit_id': to })).toMatchObject({ rows: [{ kept: 1, over: 0 }] });
  });

  test('SEC-BI-04 one fuel card for ten vehicles: one has it', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await register(`青A·8200${n}`));
    const counts = await crowd((n) =>
      clerk().run('vehicles.assign-fuel-card', { vehicle: ids[n % 10], card: '9030-9' }),
    );
    // Whoever has it may be given it again; nobody else is.
    expect(counts['done']).toBeLessThanOrEqual(times / 10);
    expect((counts['done'] ?? 0) + (counts['card-of-another'] ?? 0) + (counts['already-there'] ?? 0)).toBe(times);
  });

  test('SEC-BI-04 one invoice, and one cost struck or corrected: once each', async () => {
    now = new Date(morning);
    const vehicle = await register('青A·83001');
    const cost = { vehicle, kind: 'toll', day: '2026-03-02', amountFen: 5_000, invoice: 'E-1' };
    const recorded = await crowd(() => clerk().run('vehicles.record-cost', cost));
    expect(recorded).toEqual({ done: 1, 'invoice-recorded': times - 1 });
    const found = await clerk().list('vehicles.costs', { 'f.plate': '青A·83001' });
    const [{ id }] = (found as unknown as { rows: { id: string }[] }).rows as [{ id: string }];
    const corrected = await crowd((n) =>
      clerk().run('vehicles.record-cost', { ...cost, amountFen: 6_000 + n, corrects: id }),
    );
    expect(corrected['done']).toBe(1);
    expect(await clerk().list('vehicles.expenses', { 'f.plate': '青A·83001' })).toMatchObject({ total: { count: 1 } });
    const booked = {
      plate: '青A·83001',
      what: '轮胎',
      garage: '一厂',
      amountFen: 9_000,
      invoice: 'R-1',
      doneDay: '2026-03-02',
      paidDay: '2026-03-02',
      paper: '旧1号',
    };
    const repairs = await crowd(() => clerk().run('vehicles.book-repair', booked));
    expect(repairs['done']).toBe(1);
    expect(await clerk().list('vehicles.repairs', { 'f.plate': '青A·83001' })).toMatchObject({ total: { count: 1 } });
  });

  test('SEC-BI-04 fixes set aside are decided once', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const positions = [positionAt(morning, -30, 0), positionAt(morning, -20, 4, { accuracyM: 300 })];
    await clerk().does('vehicles.receive-positions', { terminals: [{ number, positions }] });
    const decide = { vehicle, day: '2026-03-05', cause: 'imprecise', outcome: 'accepted', why: '属实' };
    expect(await crowd(() => clerk().run('vehicles.decide-fixes', decide))).toEqual({
      done: 1,
      'nothing-set-aside': times - 1,
    });
  });
});
