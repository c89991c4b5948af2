import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';

/** By which paper a repair was approved; one that went its way here by whom and on which day. */
export const approvedBy = sql`coalesce(paper, approved_name || to_char(approved_at at time zone 'Asia/Shanghai', ' YYYY-MM-DD'))`;

/** 车辆维修 as a sheet: the register of repairs that were approved on paper and paid before this program was used. */
export const repairSheet = sheet({
  kind: 'vehicles.repair',
  title: { zh: '车辆维修', en: 'Repairs' },
  key: ['plate', 'invoice'],
  columns: {
    plate: { type: 'text', title: { zh: '车牌号', en: 'Plate' }, required: true, maxLength: 20, example: '青A·10001' },
    invoice: { type: 'text', title: { zh: '发票号', en: 'Invoice' }, required: true, maxLength: 60 },
    what: { type: 'text', title: { zh: '故障或项目', en: 'What' }, required: true, maxLength: 300 },
    garage: { type: 'text', title: { zh: '维修厂', en: 'Garage' }, required: true, maxLength: 100 },
    amountFen: {
      type: 'money-fen',
      title: { zh: '付款', en: 'Paid' },
      required: true,
      minFen: 1,
      maxFen: 100_000_000,
      aliases: ['维修费', '金额'],
    },
    doneDay: { type: 'day', title: { zh: '完成', en: 'Done' }, required: true, aliases: ['完工日期'] },
    orderedAt: {
      type: 'instant',
      title: { zh: '报修', en: 'Ordered' },
      aliases: ['报修时间'],
      note: { zh: '不填即为完成当日', en: 'left out: the day it was done' },
    },
    paidDay: { type: 'day', title: { zh: '付款日', en: 'Paid on' }, required: true },
    paper: {
      type: 'text',
      title: { zh: '审批单号', en: 'Approved by' },
      required: true,
      maxLength: 100,
      note: {
        zh: '只收已经审批并付款的；今后的维修在系统中报修、审批',
        en: 'only what was approved and paid; from now on repairs are ordered and approved here',
      },
    },
  },
  verb: 'vehicles.book-repair',
  input: (row) => row,
  changeInput: (row, { object }) => ({ ...row, corrects: object.id }),
  made: ({ facts }) => facts.find(({ type }) => type === 'vehicles.RepairBooked')?.object ?? null,
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string | number | null> & { id: string; at: Date }>(sql`
      select id, plate, invoice, what, garage, amount_fen as "amountFen", done_day as "doneDay", paid_day as "paidDay", ordered_at as at,
             ${approvedBy} as paper
        from vehicles.repair
       where state = 'paid' and (plate, invoice) in (
         select * from unnest(${keys.map(([plate]) => String(plate))}::text[], ${keys.map(([, invoice]) => String(invoice))}::text[]))`);
    return found.map(({ id, at, ...values }) => ({
      object: { kind: 'vehicles.repair', id },
      values: { ...values, orderedAt: at.toISOString() },
    }));
  },
  undo: ({ outcome, object, before, line }) => {
    if (!object) return null;
    if (outcome === 'new')
      return { verb: 'vehicles.strike-repair', input: { repair: object.id, why: `撤销导入，第 ${line} 行` } };
    return { verb: 'vehicles.book-repair', input: { ...before, corrects: object.id } };
  },
});
