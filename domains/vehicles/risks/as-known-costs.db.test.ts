import * as fc from 'fast-check';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pastHouse, type PastHouse, playAndGoBack, type Story } from '../testing/past-house.ts';
import { trackedVehicle } from '../testing/tracked-fleet.ts';
import { repairSplit } from './gather-fleet.ts';

let past: PastHouse;

beforeAll(async () => {
  past = await pastHouse('2026-06-22T09:00:00+08:00');
});
afterAll(() => past?.close());

const clerk = () => past.at.as('郑科长');
const today = () => dayOf(past.now());

/** A repair from order to payment, quoted twice; or cancelled, or refused. */
function repaired(vehicle: string, fen: number, end: 'paid' | 'cancelled' | 'refused'): Story {
  let repair = '';
  const quote = (quoteFen: number) => () => clerk().does('vehicles.quote-repair', { repair, quoteFen, quote: '工时' });
  const approve = () => past.at.as('冯局长').does('vehicles.approve-repair', { repair, opinion: '同意' });
  const order = async () => {
    const { result } = await clerk().does('vehicles.order-repair', { vehicle, what: '保养', garage: '一厂' });
    ({ repair } = result as { repair: string });
  };
  if (end === 'refused')
    return [order, quote(fen), () => past.at.as('冯局长').does('vehicles.refuse-repair', { repair, opinion: '可缓' })];
  if (end === 'cancelled')
    return [order, quote(fen), () => clerk().does('vehicles.cancel-repair', { repair, why: '另行安排' })];
  return [
    order,
    quote(fen),
    approve,
    quote(fen + 30_000),
    approve,
    () => clerk().does('vehicles.finish-repair', { repair, day: today() }),
    () => clerk().does('vehicles.pay-repair', { repair, amountFen: fen - 10_000, invoice: `F${repair}`, day: today() }),
  ];
}

/** One of the old register, brought in, corrected and then struck. */
function booked(plate: string): Story {
  let repair = '';
  const book = (amountFen: number, corrects?: string) => async () => {
    const { facts } = await clerk().does('vehicles.book-repair', {
      plate,
      what: '轮胎',
      garage: '二厂',
      amountFen,
      invoice: `B${plate}${amountFen}`,
      doneDay: addDays(today(), -20),
      paidDay: addDays(today(), -15),
      paper: '机管修〔2026〕3号',
      ...(corrects === undefined ? {} : { corrects }),
    });
    repair = facts.at(-1)!.object.id;
  };
  return [
    book(150_000),
    () => book(160_000, repair)(),
    () => clerk().does('vehicles.strike-repair', { repair, why: '重复登记' }),
  ];
}

test('issue 5: repairs are read as they were known at every moment: with the sums of then, before they were cancelled or struck', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ story: fc.nat(3), hours: fc.integer({ min: 1, max: 30 }) }), { maxLength: 18 }),
      async (turns) => {
        const { vehicle, plate } = await past.enters(() => trackedVehicle(past.at));
        const period = [addDays(today(), -5), addDays(today(), 60)] as const;
        const stories = [
          repaired(vehicle, 190_000, 'paid'),
          repaired(vehicle, 170_000, 'cancelled'),
          repaired(vehicle, 120_000, 'refused'),
          booked(plate),
        ];
        const { before, now, refused } = await playAndGoBack(past, stories, turns, [repairSplit], period);
        expect(now).toEqual(before);
        expect(refused).toEqual([]);
        // There was something to be told apart.
        expect(new Set(before.map((each) => JSON.stringify((each as { cases: unknown }).cases))).size).toBeGreaterThan(
          5,
        );
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});
