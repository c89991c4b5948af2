import { list, read, sql, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { equipmentItems } from '../equipment/words.zh.ts';
import { PurchaseAnswer, type PurchaseState } from './contract.ts';
import { lookAgain, matchesOf, waitingOf } from './matches.ts';
import { linesOf, takenOf } from './purchase-store.ts';
import { offersFor, purchaseMoves } from './purchase.ts';
import { declineReasons, follows, modes, purchaseStates } from './words.zh.ts';

/** 购置计划: its lines, what the standard said, and what lies idle in the tree that would do. */
export const onePurchase = read('assets.purchase', {
  title: { zh: '购置计划', en: 'A purchase' },
  query: z.strictObject({ id: z.uuid() }),
  answer: PurchaseAnswer,
  who: readers,
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const row = await tx.one<Omit<PurchaseAnswer, 'unitName' | 'lines' | 'waiting' | 'taken'>>(sql`
      select id, unit_id as unit, number, year, title, reason, budget_item as "budgetItem", funds, state, total_fen as "totalFen", notes,
             planned_name as "plannedName", decided_name as "decidedName", opinion, inquiry_id as "inquiryId", inquiry_number as "inquiryNumber", supplier,
             agreed_fen as "agreedFen", version
        from assets.purchase where id = ${id}`);
    const rows = await linesOf(tx, id);
    const matches = await matchesOf(tx, row, rows, context);
    const lines = rows.map((line) => ({ ...line, matches: matches.get(line.id) ?? [] }));
    return {
      ...row,
      unitName: context.organisation.unit(row.unit)?.name ?? '',
      lines,
      taken: (await takenOf(tx, id)).map(({ unit, ...each }) => ({
        ...each,
        unitName: context.organisation.unit(unit)?.name ?? '',
      })),
      waiting: row.state === 'planned' ? waitingOf(lines).length : 0,
    };
  },
  at: ({ unit, id }) => ({ unit, object: id }),
  // Those of one line stand beside it, and only while they can be done.
  moves: ({ id, unit, state, lines }) => [
    offersFor({ id, unit, state }),
    {
      verbs: purchaseMoves
        .from(state)
        .filter(
          (verb) =>
            verb === 'assets.accept-delivery' ||
            (verb.endsWith('-idle') && (state === 'planned' || lines.some(({ matches }) => matches.some(lookAgain)))),
        ),
      place: { unit, object: id },
    },
  ],
});

/** 购置计划台账. */
export const purchases = list('assets.purchases', {
  title: words('购置计划', 'Purchases'),
  view: 'assets_read.purchase_v1',
  who: readers,
  order: '-planned_at',
  search: 'search',
  opens: '/assets/purchases/{id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', filter: true },
    title: { title: words('事项', 'What'), kind: 'text', filter: true },
    year: { title: words('年度', 'Year'), kind: 'text', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: purchaseStates, filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    pieces: { title: words('件数', 'Pieces'), kind: 'integer', sum: true },
    taken: { title: words('选用闲置', 'Taken from idle'), kind: 'integer', sum: true },
    received: { title: words('已到货', 'Received'), kind: 'integer', sum: true },
    total_fen: { title: words('预算', 'Estimate'), kind: 'money-fen', sum: true, sort: true },
    saved_fen: { title: words('少购金额', 'Not spent'), kind: 'money-fen', sum: true },
    agreed_fen: { title: words('成交金额', 'Agreed'), kind: 'money-fen', sum: true },
    inquiry_number: { title: words('询价编号', 'Inquiry'), kind: 'text', filter: true },
    supplier: { title: words('供应商', 'Supplier'), kind: 'text', filter: true },
    planned_name: { title: words('拟定人', 'Planned by'), kind: 'text' },
    planned_at: { title: words('拟定时间', 'Planned'), kind: 'instant', filter: true, sort: true },
    decided_name: { title: words('审批人', 'Decided by'), kind: 'text' },
    notes: { title: words('标准提示', 'Notes'), kind: 'integer' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    offersFor({ id: row['id'] as string, unit: row['unit_id'] as string, state: row['state'] as PurchaseState }),
});

/** 购置明细: every line of every plan. */
export const purchaseLines = list('assets.purchase-lines', {
  title: words('购置明细', 'Lines of purchases'),
  view: 'assets_read.purchase_line_v1',
  who: readers,
  order: '-planned_at',
  opens: '/assets/purchases/{purchase_id}',
  columns: {
    number: { title: words('计划编号', 'Plan'), kind: 'text', filter: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    equipment: { title: words('品目', 'Item'), kind: 'choice', choices: equipmentItems, filter: true },
    class: { title: words('国标分类', 'Class'), kind: 'text', filter: true },
    mode: { title: words('方式', 'Way'), kind: 'choice', choices: modes, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: purchaseStates, filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer', sum: true },
    price_fen: { title: words('预计单价', 'Price of one'), kind: 'money-fen', sort: true },
    total_fen: { title: words('预计金额', 'Estimate'), kind: 'money-fen', sum: true },
    taken: { title: words('选用闲置', 'Taken from idle'), kind: 'integer', sum: true },
    received: { title: words('已到货', 'Received'), kind: 'integer', sum: true },
    planned_at: { title: words('拟定时间', 'Planned'), kind: 'instant', filter: true, sort: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    purchase_id: { title: words('计划', 'Plan'), kind: 'id', filter: true, hidden: true, always: true },
  },
});

/** 未选用闲置资产: what lay idle and was not taken, why, and what came of it. */
export const declined = list('assets.declined', {
  title: words('未选用闲置资产', 'Idle things not taken'),
  view: 'assets_read.declined_v1',
  who: readers,
  order: '-answered_at',
  search: 'search',
  columns: {
    number: { title: words('计划编号', 'Plan'), kind: 'text', filter: true },
    name: { title: words('所需资产', 'Wanted'), kind: 'text' },
    card_number: { title: words('闲置资产编号', 'Idle thing'), kind: 'text', filter: true },
    card_name: { title: words('闲置资产', 'Its name'), kind: 'text' },
    card_unit: { title: words('闲置单位', 'Idle at'), kind: 'unit' },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer', sum: true },
    value_fen: { title: words('价值', 'Value'), kind: 'money-fen', sum: true },
    reason: { title: words('原因', 'Reason'), kind: 'choice', choices: declineReasons, filter: true },
    said: { title: words('说明', 'Said'), kind: 'text' },
    answered_name: { title: words('说明人', 'By'), kind: 'text' },
    answered_at: { title: words('说明时间', 'When'), kind: 'instant', filter: true, sort: true },
    followed: { title: words('跟踪', 'Followed up'), kind: 'choice', choices: follows, filter: true },
    follow_words: { title: words('跟踪意见', 'Words'), kind: 'text' },
    followed_name: { title: words('跟踪人', 'Followed by'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    purchase_id: { title: words('计划', 'Plan'), kind: 'id', filter: true, hidden: true },
  },
  moves: (row) => ({
    verbs: row['followed'] === null ? ['assets.follow-declined'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 验收单. */
export const deliveryNotes = list('assets.delivery-notes', {
  title: words('验收单', 'Deliveries accepted'),
  view: 'assets_read.delivery_note_v1',
  who: readers,
  order: '-day',
  opens: '/assets/purchases/{purchase_id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', filter: true },
    day: { title: words('验收日期', 'Day'), kind: 'day', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    quantity: { title: words('数量', 'Quantity'), kind: 'integer', sum: true },
    price_fen: { title: words('单价', 'Price of one'), kind: 'money-fen' },
    total_fen: { title: words('金额', 'Amount'), kind: 'money-fen', sum: true },
    supplier: { title: words('供应商', 'Supplier'), kind: 'text', filter: true },
    invoice: { title: words('发票号', 'Invoice'), kind: 'text', filter: true },
    difference: { title: words('差异', 'Differences'), kind: 'text' },
    accepted_name: { title: words('验收人', 'Accepted by'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    purchase_id: { title: words('计划', 'Plan'), kind: 'id', filter: true, hidden: true, always: true },
  },
});
