import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { madeBy } from '../old-books/made-by.ts';
import { costKinds, policies } from './words.zh.ts';

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
    policy: {
      type: 'choice',
      title: { zh: '险种', en: 'Policy' },
      choices: [
        { code: 'compulsory', ...policies.compulsory },
        { code: 'commercial', ...policies.commercial },
      ],
    },
    coversFrom: { type: 'day', title: { zh: '保险起', en: 'Covers from' } },
    coversTo: { type: 'day', title: { zh: '保险止', en: 'Covers to' } },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 300 },
    struck: {
      type: 'text',
      title: { zh: '撤销原因', en: 'Struck' },
      maxLength: 300,
      note: { zh: '导出时带有，导入时须为空', en: 'of an export; empty on the way in' },
      check: () => ({
        zh: '此笔已撤销，不再导入；请删去这一行',
        en: 'it was struck and does not come in again; leave the row out',
      }),
    },
  },
  verb: 'vehicles.record-cost',
  input: ({ supplier, note, struck: _struck, ...row }) => ({ ...row, supplier: supplier ?? '', note: note ?? '' }),
  changeInput: ({ supplier, note, struck: _struck, ...row }, { object }) => ({
    ...row,
    supplier: supplier ?? '',
    note: note ?? '',
    corrects: object.id,
  }),
  made: ({ facts }) => madeBy(facts, 'vehicles.CostRecorded', 'vehicles.cost'),
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | null> & { id: string }>(sql`
      select id, plate, kind, day, amount_fen as "amountFen", supplier, invoice, covers_from as "coversFrom", covers_to as "coversTo", policy, note
        from vehicles.cost
       where struck is null and (plate, kind, invoice) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, kind]) => String(kind))}::text[],
                              ${keys.map(([, , invoice]) => String(invoice))}::text[]))`);
    return found.map(({ id, ...values }) => ({
      object: { kind: 'vehicles.cost', id },
      values: { ...values, supplier: values['supplier'] || null, note: values['note'] || null, struck: null },
    }));
  },
  undo: ({ outcome, object, before, line }) => {
    if (!object) return null;
    if (outcome === 'new')
      return { verb: 'vehicles.strike-cost', input: { cost: object.id, why: `撤销导入，第 ${line} 行` } };
    const { supplier, note, struck: _struck, ...was } = before ?? {};
    return {
      verb: 'vehicles.record-cost',
      input: { ...was, supplier: supplier ?? '', note: note ?? '', corrects: object.id },
    };
  },
});
