import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { BodyOpened, OpenBody } from './contract.ts';
import { bodyOf } from './offer.ts';

/** 登记大型活动或临时机构: with its days and what it needs. It borrows, and owns nothing. */
export const openBody = verb('assets.open-body', {
  title: { zh: '登记活动或临时机构', en: 'Enter an event or temporary body' },
  input: OpenBody,
  who: ['assets-clerk', 'clerk'],
  facts: [BodyOpened],
  refusals: ['period-backwards', 'day-passed', 'body-name-taken'],
  result: z.strictObject({ body: z.uuid() }),
  load: async (tx, { unit, name }) => ({
    id: newId(),
    taken: (await tx.rows(sql`select 1 from assets.body where unit_id = ${unit} and name = ${name}`)).length > 0,
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, taken }, { unit, ...body }, { today }) {
    if (body.until < body.from) return refuse('period-backwards', {}, { status: 422 });
    if (body.until < today) return refuse('day-passed', {}, { status: 422 });
    if (taken) return refuse('body-name-taken', { name: body.name }, { status: 409 });
    return { facts: [BodyOpened.of({ object: bodyOf(id), unit, body })], result: { body: id } };
  },
});
