import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { costKinds } from './words.zh.ts';

/** 车辆费用 as a sheet: bills of insurers, toll companies and car parks by the month. An invoice already recorded is told, not doubled. */
export const costSheet = sheet({
  kind: 'vehicles.cost',
  title: { zh: '车辆费用', en: 'Costs of vehicles' },
  key: ['plate', 'kind', 'invoice'],
  columns: {
    plate: { type: 'text', title: { zh: '车牌号', en: 'Plate' }, required: true, maxLength: 20, example: '青A·10001' },
    kind: {
      type: 'choice',
      title: { zh: '种类', en: 'Kind' },
      required: true,
      choices: [
        { code: 'insurance', ...costKinds.insurance },
        { code: 'toll', ...costKinds.toll, aliases: ['ETC', '过路费', '高速费'] },
        { code: 'parking', ...costKinds.parking },
        { code: 'fine', ...costKinds.fine, aliases: ['罚款'] },
        { code: 'other', ...costKinds.other },
      ],
    },
    day: { type: 'day', title: { zh: '日期', en: 'Day' }, required: true },
    amountFen: {
      type: 'money-fen',
      title: { zh: '金额', en: 'Amount' },
      required: true,
      minFen: 1,
      maxFen: 100_000_000,
    },
    supplier: { type: 'text', title: { zh: '收款单位', en: 'Paid to' }, maxLength: 100 },
    invoice: { type: 'text', title: { zh: '发票号', en: 'Invoice' }, required: true, maxLength: 60 },
    coversFrom: { type: 'day', title: { zh: '保险起', en: 'Covers from' } },
    coversTo: { type: 'day', title: { zh: '保险止', en: 'Covers to' } },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 300 },
  },
  verb: 'vehicles.record-cost',
  input: ({ supplier, note, ...row }) => ({ ...row, supplier: supplier ?? '', note: note ?? '' }),
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | null> & { id: string }>(sql`
      select id, plate, kind, day, amount_fen as "amountFen", supplier, invoice, covers_from as "coversFrom", covers_to as "coversTo", note
        from vehicles.cost
       where struck is null and (plate, kind, invoice) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, kind]) => String(kind))}::text[],
                              ${keys.map(([, , invoice]) => String(invoice))}::text[]))`);
    return found.map(({ id, ...values }) => ({
      object: { kind: 'vehicles.cost', id },
      values: { ...values, supplier: values['supplier'] || null, note: values['note'] || null },
    }));
  },
});
