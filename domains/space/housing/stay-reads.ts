import { type Context, type Id, inScope, read, sql, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { HomeRentsDueAnswer, StayAnswer } from './contract.ts';
import { homeKeepers } from './housing-readers.ts';
import { owedForStay, stayOffers, stayPlace, stayStateOf } from './stay.ts';
import { findStay, paidForStays, staysWhere } from './stay-store.ts';
import { unitInFull } from './unit-in-full.ts';

/** Days of `space.housing` for a unit. */
export const housingDays = (item: 'grace' | 'notice', unit: Id, { standards, organisation, today }: Context): number =>
  standards.numberOn('space.housing', today, organisation.place(unit), { item });

/** 入住: its term, and the rent month by month. */
export const oneStay = read('space.stay', {
  title: { zh: '入住', en: 'A stay' },
  query: z.strictObject({ id: z.uuid() }),
  answer: StayAnswer,
  who: ['self', ...homeKeepers],
  async fetch(tx, { id }, context) {
    const { organisation, today } = context;
    const stay = await findStay(tx, id);
    const paid = (await paidForStays(tx, [id])).get(id) ?? 0;
    const { instalments, ...owed } = owedForStay(stay, paid, today, housingDays('grace', stay.unit, context));
    return {
      ...stay,
      unitName: organisation.unit(stay.unit)?.name ?? '',
      personUnitName: unitInFull(context, stay.personUnit),
      state: stayStateOf(stay),
      isOver: stay.outDay === null && stay.to < today,
      months: [...instalments],
      ...owed,
    };
  },
  at: (stay) => stayPlace(stay),
  moves: (stay) => stayOffers(stay),
});

/** Stays with rent that is past its day, the largest first. @param reach where a read says itself how far its right goes */
export async function overdueStays(tx: Tx, context: Context, reach: Sql = sql`true`) {
  const stays = await staysWhere(tx, sql`rent_fen > 0 and ${reach}`);
  const paid = await paidForStays(
    tx,
    stays.map(({ id }) => id),
  );
  return stays
    .map((stay) => ({
      stay,
      ...owedForStay(stay, paid.get(stay.id) ?? 0, context.today, housingDays('grace', stay.unit, context)),
    }))
    .filter(({ overdueFen }) => overdueFen > 0)
    .toSorted((a, b) => b.overdueFen - a.overdueFen);
}

/** 应缴未缴的住房租金. */
export const homeRentsDue = read('space.home-rents-due', {
  title: { zh: '应缴住房租金', en: 'Rents of homes that are due' },
  query: z.strictObject({}),
  answer: HomeRentsDueAnswer,
  who: homeKeepers,
  async fetch(tx, _query, context) {
    const late = await overdueStays(tx, context, inScope(context, homeKeepers));
    const rows = late.map(({ stay, instalments: _months, ...owed }) => ({
      ...owed,
      id: stay.id,
      homeName: stay.homeName,
      personName: stay.personName,
      unitName: unitInFull(context, stay.personUnit),
    }));
    return { rows, overdueFen: rows.reduce((sum, { overdueFen }) => sum + overdueFen, 0) };
  },
});
