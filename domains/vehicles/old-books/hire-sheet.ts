import { sql, type Words } from '@opengoa/kernel';
import { type Choice, sheet } from '@opengoa/kernel/exchange';
import { bodies, powers } from '../words.zh.ts';

const choices = (words: Readonly<Record<string, Words>>): Choice[] =>
  Object.entries(words).map(([code, { zh, en }]) => ({ code, zh, en }));

/** 租用车辆 as a sheet: hires of the old register, as they were settled. */
export const hireSheet = sheet({
  kind: 'vehicles.hire',
  title: { zh: '租用车辆', en: 'Hired cars' },
  key: ['unit', 'invoice'],
  columns: {
    unit: { type: 'unit', title: { zh: '所属单位', en: 'Unit' }, required: true, aliases: ['用车单位'] },
    invoice: { type: 'text', title: { zh: '发票号', en: 'Invoice' }, required: true, maxLength: 60 },
    supplier: { type: 'text', title: { zh: '租赁公司', en: 'Supplier' }, required: true, maxLength: 100 },
    purpose: { type: 'text', title: { zh: '事由', en: 'Purpose' }, required: true, maxLength: 200 },
    fromDay: { type: 'day', title: { zh: '起', en: 'From' }, required: true },
    toDay: { type: 'day', title: { zh: '止', en: 'To' }, required: true },
    people: { type: 'integer', title: { zh: '人数', en: 'People' }, required: true, min: 1, max: 60 },
    body: { type: 'choice', title: { zh: '车型', en: 'Body' }, required: true, choices: choices(bodies) },
    power: { type: 'choice', title: { zh: '动力', en: 'Power' }, required: true, choices: choices(powers) },
    displacementL: { type: 'decimal', title: { zh: '排气量（L）', en: 'Displacement' }, decimals: 2, min: 0, max: 20 },
    plate: { type: 'text', title: { zh: '车牌号', en: 'Plate' }, required: true, maxLength: 20 },
    km: { type: 'integer', title: { zh: '里程（km）', en: 'Distance' }, required: true, min: 0, max: 100_000 },
    amountFen: {
      type: 'money-fen',
      title: { zh: '结算', en: 'Settled' },
      required: true,
      minFen: 1,
      maxFen: 100_000_000,
      aliases: ['金额', '租金'],
    },
    settledDay: { type: 'day', title: { zh: '结算日', en: 'Settled on' }, required: true },
  },
  verb: 'vehicles.book-hire',
  input: (row) => row,
  changeInput: (row, { object }) => ({ ...row, corrects: object.id }),
  made: ({ facts }) => facts.find(({ type }) => type === 'vehicles.HireBooked')?.object ?? null,
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | null> & { id: string }>(sql`
      select id, unit_id as unit, invoice, supplier, purpose, from_day as "fromDay", to_day as "toDay", people, body, power,
             displacement_l::float as "displacementL", plate, km, amount_fen as "amountFen", settled_day as "settledDay"
        from vehicles.hire
       where state = 'settled' and (unit_id, invoice) in (
         select * from unnest(${keys.map(([unit]) => String(unit))}::uuid[], ${keys.map(([, invoice]) => String(invoice))}::text[]))`);
    return found.map(({ id, ...values }) => ({ object: { kind: 'vehicles.hire', id }, values }));
  },
  undo: ({ outcome, object, before, line }) => {
    if (!object) return null;
    if (outcome === 'new')
      return { verb: 'vehicles.strike-hire', input: { hire: object.id, why: `撤销导入，第 ${line} 行` } };
    return { verb: 'vehicles.book-hire', input: { ...before, corrects: object.id } };
  },
});
