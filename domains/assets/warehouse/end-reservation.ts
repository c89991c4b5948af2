import { type Id, refuse, sql, stale, verb } from '@opengoa/kernel';
import { EndReservation, ReservationEnded } from './contract.ts';
import { claimOf, covers, sideOf } from './offer.ts';

const who = ['assets-clerk', 'clerk', 'job'] as const;

/** 取消预约: by whoever reserved it, or by whoever keeps the thing; by the clock once its day is over. */
export const endReservation = verb('assets.end-reservation', {
  title: { zh: '结束预约', en: 'End a reservation' },
  input: EndReservation,
  who,
  on: 'assets.reservation',
  facts: [ReservationEnded],
  refusals: ['stale-version', 'reservation-ended'],
  load: (tx, { reservation }) =>
    tx.one<{ id: Id; unit: Id; keeper: Id; state: string; version: number }>(sql`
      select id, unit_id as unit, keeper_id as keeper, state, version from assets.claim
       where id = ${reservation} and kind = 'reservation' for update`),
  at: ({ unit, keeper }, _input, context) => sideOf(context, who, [unit, keeper]),
  decide({ id, unit, state, version: now }, { version, why }, { actor, organisation }) {
    if (state !== 'held') return refuse('reservation-ended', {}, { status: 409 });
    if (version !== now) return stale({ version: now });
    const taker = covers(actor, organisation, who, unit);
    return [ReservationEnded.of({ object: claimOf(id), unit, body: { why: why || (taker ? '' : '保管单位取消') } })];
  },
});
