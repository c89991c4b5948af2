import { type Context, type FactDraft, isRefusal } from '@opengoa/kernel';
import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import type { TripPlan } from '../contract.ts';
import { aPlan, aTrip, caseAfter, morning, outcome } from '../testing/given.ts';
import { addTripSigner } from './add-trip-signer.ts';
import { approveTrip } from './approve-trip.ts';
import { handTripOver } from './hand-trip-over.ts';
import { refuseTrip } from './refuse-trip.ts';
import { requestTrip } from './request-trip.ts';
import { reviseTrip } from './revise-trip.ts';
import { sendTripBack } from './send-trip-back.ts';
import type { TripInApproval } from './trip-case.ts';
import { urgeTrip } from './urge-trip.ts';
import { withdrawTrip } from './withdraw-trip.ts';

const [asker, head, leader] = [onPaper('周敏', morning), onPaper('何涛', morning), onPaper('陈局', morning)];
const trip = aTrip().id;

function asked(plan: Partial<TripPlan> = {}): TripInApproval {
  const decision = requestTrip.decide(
    { trip, unit: ids.financeOffice, asker: ids.persons['周敏'].person, number: 'TR-2026-00418' },
    aPlan(plan),
    asker,
  );
  if (!('facts' in decision)) throw new Error('not asked');
  return { trip: aTrip({ id: trip, state: 'requested', plan }), row: caseAfter(decision.facts) };
}
function next(
  known: TripInApproval,
  decision: ReturnType<typeof approveTrip.decide>,
  state = known.trip.state,
): TripInApproval {
  if (isRefusal(decision)) throw new Error(decision.code);
  return { trip: { ...known.trip, state }, row: caseAfter(decision as FactDraft[], known.row) };
}
const approve = (known: TripInApproval, context: Context) =>
  approveTrip.decide(known, { trip, opinion: '同意' }, context);

describe('同意', () => {
  test('after the last step the trip is approved, and the dispatchers have it on their desk', () => {
    expect(outcome(approve(asked(), head))).toMatchObject({
      facts: ['kernel.CaseMoved', 'vehicles.TripApproved', 'kernel.TaskRaised'],
    });
  });

  test('a long way goes on to the leader first', () => {
    const far = asked({ distanceKm: 400 });
    const first = approve(far, head);
    expect(outcome(first)).toMatchObject({ facts: ['kernel.CaseMoved'] });
    expect(outcome(approve(next(far, first), leader))).toMatchObject({
      facts: ['kernel.CaseMoved', 'vehicles.TripApproved', 'kernel.TaskRaised'],
    });
  });

  test('SEC-AC-11 not by the asker, not by who does not hold it', () => {
    expect(isRefusal(approve(asked(), asker))).toBe(true);
    expect(isRefusal(approve(asked(), leader))).toBe(true);
  });

  test('what is decided is not decided again', () => {
    const known = asked();
    expect(outcome(approve({ ...known, trip: { ...known.trip, state: 'approved' } }, head))).toMatchObject({
      refused: 'not-now',
      possible: ['vehicles.dispatch-trip', 'vehicles.cancel-trip'],
    });
  });
});

test('不同意 ends it with the reason', () => {
  expect(outcome(refuseTrip.decide(asked(), { trip, opinion: '可乘班车' }, head))).toMatchObject({
    facts: ['kernel.CaseMoved', 'vehicles.TripRefused'],
  });
});

test('退回 to the asker, 修改后再次申请, and the head has it again', () => {
  const known = asked();
  const back = sendTripBack.decide(known, { trip, opinion: '请写明调研单位' }, head);
  expect(outcome(back)).toMatchObject({ facts: ['kernel.CaseMoved', 'vehicles.TripSentBack'] });
  const mine = next(known, back, 'sent-back');
  const plan = aPlan({ purpose: '石桥县财政局预算执行调研' });
  expect(outcome(reviseTrip.decide(mine, { trip, version: 7, ...plan }, asker))).toEqual({
    refused: 'stale-version',
    data: { version: 1 },
  });
  expect(outcome(reviseTrip.decide(mine, { trip, version: 1, ...plan, endsAt: plan.startsAt }, asker))).toMatchObject({
    refused: 'trip-ends-before-it-begins',
  });
  expect(outcome(reviseTrip.decide(known, { trip, version: 1, ...plan }, asker))).toMatchObject({ refused: 'not-now' });
  const again = reviseTrip.decide(mine, { trip, version: 1, ...plan }, asker);
  expect(outcome(again)).toMatchObject({ facts: ['vehicles.TripRevised', 'kernel.CaseMoved'] });
  expect(caseAfter(again as FactDraft[]).around.summary).toContain('石桥县财政局预算执行调研');
});

test('加签: another is heard first; 转办: another decides instead', () => {
  const signed = asked();
  const added = addTripSigner.decide(
    signed,
    { trip, persons: [ids.persons['郑科长'].person], when: 'before', opinion: '' },
    head,
  );
  expect(outcome(added)).toMatchObject({
    facts: ['kernel.CaseMoved'],
    body: { raised: [{ holders: [ids.persons['郑科长'].person] }] },
  });
  const handed = handTripOver.decide(asked(), { trip, to: ids.persons['陈局'].person, opinion: '' }, head);
  expect(outcome(handed)).toMatchObject({
    facts: ['kernel.CaseMoved'],
    body: { raised: [{ holders: [ids.persons['陈局'].person] }] },
  });
});

test('催办 and 撤回 are the asker’s', () => {
  expect(outcome(urgeTrip.decide(asked(), { trip }, asker))).toMatchObject({
    facts: ['kernel.CaseMoved'],
    body: { told: [{ person: ids.persons['何涛'].person }] },
  });
  expect(outcome(withdrawTrip.decide(asked(), { trip, why: '会议取消' }, asker))).toMatchObject({
    facts: ['kernel.CaseMoved', 'vehicles.TripWithdrawn'],
  });
  expect(isRefusal(withdrawTrip.decide(asked(), { trip, why: '' }, leader))).toBe(true);
});
