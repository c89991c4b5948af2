import { sql } from '@opengoa/kernel';
import { isCreditCode, sheet } from '@opengoa/kernel/exchange';

/** 报价 as a sheet. What was entered before the opening cannot be compared with: it is refused as entered, whatever the amount. */
export const quoteSheet = sheet({
  kind: 'procurement.quote',
  title: { zh: '报价', en: 'Quotes' },
  key: ['number', 'code'],
  columns: {
    number: {
      type: 'text',
      title: { zh: '询价编号', en: 'Inquiry' },
      required: true,
      maxLength: 20,
      example: 'XJ-2026-0001',
    },
    supplier: { type: 'text', title: { zh: '供应商', en: 'Supplier' }, required: true, maxLength: 100 },
    code: {
      type: 'text',
      title: { zh: '统一社会信用代码', en: 'Credit code' },
      required: true,
      maxLength: 18,
      check: (text) =>
        isCreditCode(text) ? null : { zh: '统一社会信用代码的校验位不符', en: 'the check digit does not fit' },
    },
    amountFen: {
      type: 'money-fen',
      title: { zh: '报价金额', en: 'Amount' },
      required: true,
      minFen: 1,
      maxFen: 2_000_000_000,
    },
    receivedAt: { type: 'instant', title: { zh: '收到时间', en: 'Received' }, required: true },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 300 },
  },
  verb: 'procurement.enter-quote',
  input: ({ note, ...row }) => ({ ...row, note: note ?? '' }),
  made: ({ facts }) => {
    const made = facts.find(({ type }) => type === 'procurement.QuoteEntered');
    return made ? { kind: 'procurement.quote', id: made.id } : null;
  },
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | null> & { id: string; receivedAt: string }>(sql`
      select id, number, supplier, code, amount_fen as "amountFen",
             to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", nullif(note, '') as note
        from procurement_read.quote_v1
       where state <> 'struck' and (number, code) in (
         select * from unnest(${keys.map(([number]) => String(number))}::text[], ${keys.map(([, code]) => String(code))}::text[]))`);
    return found.map(({ id, ...values }) => ({ object: { kind: 'procurement.quote', id }, values }));
  },
  undo: ({ outcome, object, line }) =>
    outcome === 'new' && object
      ? { verb: 'procurement.strike-quote', input: { quote: object.id, why: `撤销导入，第 ${line} 行` } }
      : null,
});
