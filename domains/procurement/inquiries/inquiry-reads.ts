import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { InquiryAnswer } from '../contract.ts';
import { readers } from '../readers.ts';
import { inquiryVerbs } from './inquiry.ts';

type Row = Omit<InquiryAnswer, 'unitName' | 'deadline' | 'openedAt' | 'invited'> & {
  readonly deadline: Date;
  readonly openedAt: Date | null;
};

/** One inquiry with who was invited and how it stands. Amounts of quotes are told after the opening alone. */
export const oneInquiry = read('procurement.inquiry', {
  title: { zh: '询价', en: 'An inquiry' },
  query: z.strictObject({ id: z.uuid() }),
  answer: InquiryAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const row = await tx.one<Row>(sql`
      select i.id, i.unit_id as unit, i.number, i.state, i.version, i.title, i.kind, i.what, i.estimate_fen as "estimateFen", i.method, i.reason, i.rule,
             i.deadline, i.notices, i.published_name as "publishedName", i.opened_at as "openedAt",
             (select count(*)::int from procurement.quote q where q.inquiry_id = i.id and q.state <> 'struck') as quotes,
             (select min(q.amount_fen) from procurement.quote q where q.inquiry_id = i.id and q.state = 'valid' and q.opened) as "lowestFen",
             i.supplier, i.amount_fen as "amountFen", i.award_reason as "awardReason", i.awarded_name as "awardedName", i.why
        from procurement.inquiry i where i.id = ${id}`);
    const invited = await tx.rows<{ supplier: string; code: string }>(
      sql`select supplier, code from procurement.invitation where inquiry_id = ${id} order by id`,
    );
    return {
      ...row,
      unitName: organisation.unit(row.unit)?.name ?? '',
      deadline: row.deadline.toISOString(),
      openedAt: row.openedAt?.toISOString() ?? null,
      invited,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, state }) => ({ verbs: inquiryVerbs(state), place: { unit } }),
});
