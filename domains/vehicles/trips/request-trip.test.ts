import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import { RequestTrip } from '../contract.ts';
import { aPlan, morning, outcome } from '../testing/given.ts';
import { requestTrip } from './request-trip.ts';

const context = onPaper('周敏', morning);
const known = {
  trip: '0198f000-0000-7000-8000-000000000001',
  unit: context.actor.unit!,
  asker: context.actor.person!,
  number: 'TR-2026-00418',
};
const ask = (more = {}) => requestTrip.decide(known, aPlan(more), context);

describe('申请用车', () => {
  test('the request is a fact, and the head of the asker’s section has it to decide', () => {
    expect(outcome(ask())).toMatchObject({
      facts: ['vehicles.TripRequested', 'kernel.CaseOpened'],
      body: { number: 'TR-2026-00418', people: 4 },
    });
    expect(ask()).toMatchObject({
      facts: [{}, { body: { raised: [{ holders: [ids.persons['何涛'].person] }] } }],
      result: { number: 'TR-2026-00418' },
    });
  });

  test('who may ask is judged at the asker’s own unit', () => {
    expect(requestTrip.at(known, aPlan(), context)).toEqual({ unit: context.actor.unit, person: context.actor.person });
  });

  test('a trip that ends before it begins', () => {
    expect(outcome(ask({ endsAt: aPlan().startsAt }))).toMatchObject({ refused: 'trip-ends-before-it-begins' });
  });

  test('a trip already over; one that has begun may still be asked for', () => {
    expect(outcome(ask({ startsAt: '2026-03-05T00:00:00Z', endsAt: '2026-03-05T01:00:00Z' }))).toMatchObject({
      refused: 'trip-already-over',
    });
    expect(outcome(ask({ startsAt: '2026-03-05T00:00:00Z', endsAt: '2026-03-05T01:00:01Z' }))).toMatchObject({
      facts: ['vehicles.TripRequested', 'kernel.CaseOpened'],
    });
  });

  const forSomebody = (person: string) =>
    requestTrip.decide({ ...known, asker: person }, { ...aPlan(), for: person }, context);

  test('P07 a colleague of the same unit may fill it in: the trip is whose it is, and its approval goes their way', () => {
    const colleague = ids.persons['何涛'].person;
    expect(forSomebody(colleague)).toMatchObject({
      facts: [{ body: { asker: { person: colleague, name: '何涛' } } }, { body: { asker: colleague } }],
      result: { number: 'TR-2026-00418', for: '何涛' },
    });
    expect(outcome(forSomebody(colleague)).body).not.toHaveProperty('for');
  });

  test('P07 for oneself is for oneself; nobody asks for people of another unit', () => {
    expect(outcome(forSomebody(known.asker)).body).not.toHaveProperty('asker');
    expect(outcome(forSomebody(ids.persons['孙师傅'].person))).toMatchObject({ refused: 'not-a-colleague' });
    expect(outcome(forSomebody(known.trip))).toMatchObject({ refused: 'not-a-colleague' });
  });

  test('SEC-AC-08 unit, state and asker are not the form’s to say', () => {
    for (const more of [{ unit: known.unit }, { state: 'approved' }, { asker: known.asker }])
      expect(RequestTrip.safeParse({ ...aPlan(), ...more }).success).toBe(false);
  });
});
