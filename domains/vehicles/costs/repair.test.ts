import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { newId } from '@opengoa/kernel';
import { expect, test } from 'vitest';
import { aVehicle, morning, outcome } from '../testing/given.ts';
import { approveRepair } from './approve-repair.ts';
import { assignFuelCard } from './assign-fuel-card.ts';
import { cancelRepair } from './cancel-repair.ts';
import { finishRepair } from './finish-repair.ts';
import { hireCar } from './hire-car.ts';
import { HireCar, RecordCost } from './contract.ts';
import { payRepair } from './pay-repair.ts';
import { quoteRepair } from './quote-repair.ts';
import { recordCost } from './record-cost.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { Repair } from './repair.ts';
import { strikeCost } from './strike-cost.ts';

const clerk = onPaper('郑科长', morning);
const leader = onPaper('冯局长', morning);
const aRepair = (more: Partial<Repair> = {}): Repair => ({
  id: newId(),
  unit: ids.bureauFleet,
  vehicle: newId(),
  plate: '青A·10001',
  state: 'ordered',
  what: '更换轮胎',
  garage: '定点一厂',
  orderedBy: ids.persons['孙师傅'].person,
  quoteFen: null,
  doneDay: null,
  ...more,
});
const task = { id: newId() };

test('a quotation asks whoever may approve so much, never who ordered; asked again, the first task is withdrawn', () => {
  const quote = (quoteFen: number, repair = aRepair()) =>
    outcome(quoteRepair.decide({ repair, task }, { repair: repair.id, quoteFen, quote: '轮胎四条' }, clerk));
  expect(quote(150_000)).toMatchObject({ facts: ['vehicles.RepairQuoted', 'kernel.TaskEnded', 'kernel.TaskRaised'] });
  const holders = (quoteFen: number, orderedBy: string) => {
    const repair = aRepair({ orderedBy });
    const facts = quoteRepair.decide({ repair, task: undefined }, { repair: repair.id, quoteFen, quote: '' }, clerk);
    return (facts as unknown as { body: { task?: { holders: string[] } } }[]).at(-1)!.body.task?.holders;
  };
  const { 郑科长: head, 冯局长: above, 孙师傅: driver } = ids.persons;
  expect(holders(200_000, driver.person)).toEqual([head.person]);
  expect(holders(200_001, driver.person)).toEqual([above.person]);
  expect(holders(150_000, head.person)).toEqual([above.person]);
  expect(quote(1, aRepair({ state: 'paid' }))).toMatchObject({ refused: 'not-now' });
});

test('a head approves up to the limit, a leader above it, and nobody his own order', () => {
  const approve = (quoteFen: number, who = clerk, more: Partial<Repair> = {}) => {
    const repair = aRepair({ state: 'quoted', quoteFen, ...more });
    return outcome(approveRepair.decide({ repair, task }, { repair: repair.id, opinion: '' }, who));
  };
  expect(approve(200_000)).toMatchObject({ facts: ['vehicles.RepairApproved', 'kernel.TaskEnded'] });
  expect(approve(200_001)).toMatchObject({
    refused: 'above-approval-limit',
    data: { quote: '2000.01', limit: '2000.00' },
  });
  expect(approve(200_001, leader)).toHaveProperty('facts');
  expect(approve(100, clerk, { orderedBy: ids.persons['郑科长'].person })).toMatchObject({ refused: 'own-order' });
  expect(approve(100, clerk, { state: 'ordered' })).toMatchObject({ refused: 'not-now' });
});

test('not approved, cancelled, accepted: each from its state only', () => {
  const quoted = aRepair({ state: 'quoted' });
  const approved = aRepair({ state: 'approved' });
  expect(
    outcome(refuseRepair.decide({ repair: quoted, task }, { repair: quoted.id, opinion: '可缓' }, clerk)),
  ).toMatchObject({ facts: ['vehicles.RepairRefused', 'kernel.TaskEnded'] });
  expect(
    outcome(cancelRepair.decide({ repair: quoted, task }, { repair: quoted.id, why: '自修' }, clerk)),
  ).toMatchObject({ facts: ['vehicles.RepairCancelled', 'kernel.TaskEnded'] });
  const finish = (repair: Repair, day: string) =>
    outcome(finishRepair.decide({ repair, task: undefined }, { repair: repair.id, day }, clerk));
  expect(finish(approved, '2026-03-05')).toMatchObject({ facts: ['vehicles.RepairFinished'] });
  expect(finish(approved, '2026-03-06')).toMatchObject({ refused: 'cost-ahead' });
  expect(finish(quoted, '2026-03-05')).toMatchObject({ refused: 'not-now' });
});

test('paid by invoice, not above what was approved, as a cost of the vehicle’s unit', () => {
  const pay = (amountFen: number, state: Repair['state'] = 'done', day = '2026-03-05') => {
    const repair = aRepair({ state, quoteFen: 60_000 });
    return outcome(
      payRepair.decide({ repair, task: undefined }, { repair: repair.id, amountFen, invoice: '04', day }, clerk),
    );
  };
  expect(pay(60_000)).toMatchObject({
    facts: ['vehicles.RepairPaid'],
    facets: { cost: [{ amountFen: 60_000, unit: ids.bureauFleet, item: 'repair' }] },
  });
  expect(pay(60_001)).toMatchObject({ refused: 'more-than-quoted', possible: ['vehicles.quote-repair'] });
  expect(pay(60_000, 'approved')).toMatchObject({ refused: 'not-now' });
  expect(pay(60_000, 'done', '2026-03-06')).toMatchObject({ refused: 'cost-ahead' });
});

test('登记费用: an invoice once, no day ahead, borne by the vehicle’s unit; struck, it is taken off again', () => {
  const vehicle = aVehicle();
  const record = (more: object = {}, same?: { id: string; day: string }) =>
    outcome(
      recordCost.decide(
        { vehicle, old: null, same },
        RecordCost.parse({ vehicle: vehicle.id, kind: 'toll', day: '2026-03-01', amountFen: 12_300, ...more }),
        clerk,
      ),
    );
  expect(record()).toMatchObject({
    facts: ['vehicles.CostRecorded'],
    facets: { cost: [{ amountFen: 12_300, item: 'toll', unit: ids.bureauFleet, day: '2026-03-01' }] },
  });
  expect(record({ day: '2026-03-06' })).toMatchObject({ refused: 'cost-ahead' });
  expect(record({ invoice: '88' }, { id: newId(), day: '2026-02-01' })).toMatchObject({ refused: 'invoice-recorded' });
  expect(RecordCost.safeParse({ kind: 'toll', day: '2026-03-01', amountFen: 1 }).success).toBe(false);
  const cost = { id: newId(), unit: vehicle.unit, vehicle: vehicle.id, kind: 'toll', day: '2026-03-01', amountFen: 5 };
  const strike = (struck: string | null) =>
    outcome(strikeCost.decide({ ...cost, struck }, { cost: cost.id, why: '重复' }, clerk));
  expect(strike(null)).toMatchObject({ facets: { cost: [{ amountFen: -5 }] } });
  expect(strike('重复')).toMatchObject({ refused: 'cost-struck' });
});

test('一车一卡: a card of another vehicle is not given twice', () => {
  const vehicle = aVehicle();
  const assign = (holder?: { plate: string }) =>
    outcome(assignFuelCard.decide({ vehicle, holder }, { vehicle: vehicle.id, card: '9030-1' }, clerk));
  expect(assign()).toMatchObject({ facts: ['vehicles.FuelCardAssigned'] });
  expect(assign({ plate: '青A·10002' })).toMatchObject({ refused: 'card-of-another', data: { plate: '青A·10002' } });
});

test('租用车辆 keeps the equipment standard', () => {
  const hire = (more: object = {}) =>
    outcome(
      hireCar.decide(
        { id: newId() },
        HireCar.parse({
          unit: ids.bureauFleet,
          supplier: '畅行租赁',
          purpose: '会议',
          fromDay: '2026-03-06',
          toDay: '2026-03-07',
          people: 4,
          body: 'sedan',
          power: 'petrol',
          displacementL: 1.8,
          priceFen: 17_800_000,
          quoteFen: 60_000,
          ...more,
        }),
        clerk,
      ),
    );
  expect(hire()).toMatchObject({ facts: ['vehicles.CarHired'], body: { warnings: [] } });
  expect(hire({ displacementL: 3 })).toMatchObject({ refused: 'over-standard', data: { allowed: 1.8 } });
  expect(hire({ priceFen: 30_000_000 })).toMatchObject({ refused: 'over-standard' });
  expect(hire({ toDay: '2026-03-05' })).toMatchObject({ refused: 'hire-ends-before-it-begins' });
});
