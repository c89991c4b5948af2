import { sql, words } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';

/** 账面余额 as a sheet: what the finance ledger says of each class at a month’s end. A class of a day stands once; brought again it stands anew. */
export const ledgerSumSheet = sheet({
  kind: 'assets.ledger-sum',
  title: words('账面余额', 'Sums of the ledger'),
  key: ['unit', 'monthEnd', 'class'],
  columns: {
    unit: { type: 'unit', title: words('单位', 'Unit'), required: true, aliases: ['核算单位'] },
    monthEnd: { type: 'day', title: words('截至日期', 'As of'), required: true, aliases: ['会计期末'] },
    class: {
      type: 'text',
      title: words('资产分类', 'Class'),
      required: true,
      maxLength: 3,
      example: 'A02',
      note: words('国标分类前三位', 'the first three characters of the class'),
      check: (text) =>
        /^A\d{2}$/.test(text) ? null : words('应为 A 加 2 位数字，如 A02', 'A and two digits, such as A02'),
    },
    account: { type: 'text', title: words('会计科目', 'Account'), maxLength: 60 },
    amountFen: {
      type: 'money-fen',
      title: words('账面余额', 'Sum'),
      required: true,
      minFen: -10_000_000_000_000,
      maxFen: 10_000_000_000_000,
    },
  },
  verb: 'assets.enter-ledger-sum',
  input: ({ account, ...row }) => ({ ...row, ...(account === null ? {} : { account }) }),
  changeInput: ({ account, ...row }) => ({ ...row, ...(account === null ? {} : { account }) }),
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number> & { id: string }>(sql`
      select id, unit_id as unit, month_end::text as "monthEnd", class, account, amount_fen as "amountFen" from assets.ledger_sum
       where (unit_id, month_end, class) in (
         select * from unnest(${keys.map(([unit]) => String(unit))}::uuid[], ${keys.map(([, day]) => String(day))}::date[],
                              ${keys.map(([, , code]) => String(code))}::text[]))`);
    return found.map(({ id, ...values }) => ({
      object: { kind: 'assets.ledger-sum', id },
      values: { ...values, account: values['account'] || null },
    }));
  },
  undo: ({ before }) =>
    before ? { verb: 'assets.enter-ledger-sum', input: { ...before, account: before['account'] ?? '' } } : null,
});
