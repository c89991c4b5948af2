import { list, type Offer, read, sql, words } from '@opengoa/kernel';
import { z } from 'zod';
import { topClasses } from '../cards/words.zh.ts';
import { readers } from '../readers.ts';
import { ClearanceAnswer } from './contract.ts';
import {
  clearanceStates,
  differenceStates,
  disputeReasons,
  lineStates,
  selfCheckStates,
  settledHow,
  sides,
} from './words.zh.ts';

const unit = { title: words('单位', 'Unit'), kind: 'unit', filter: true } as const;

/** 自查: how far each is. */
export const selfChecks = list('assets.self-checks', {
  title: words('资产自查', 'Self-checks'),
  view: 'assets_read.self_check_v1',
  who: readers,
  order: '-opened_at',
  opens: '/assets/self-check-lines?f.check_number={number}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', filter: true },
    title: { title: words('名称', 'Title'), kind: 'text', filter: true },
    due_day: { title: words('截止', 'Until'), kind: 'day', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: selfCheckStates, filter: true },
    lines: { title: words('资产', 'Things'), kind: 'integer', sum: true },
    waiting: { title: words('待确认', 'Waiting'), kind: 'integer', sum: true },
    confirmed: { title: words('已确认', 'Confirmed'), kind: 'integer', sum: true },
    disputed: { title: words('有异议', 'Disputed'), kind: 'integer', sum: true },
    settled: { title: words('已处理', 'Settled'), kind: 'integer', sum: true },
    opened_name: { title: words('发起人', 'Opened by'), kind: 'text' },
    opened_at: { title: words('发起时间', 'Opened'), kind: 'instant', sort: true },
    unit_id: unit,
  },
  moves: (row) => ({
    verbs: row['state'] === 'open' ? ['assets.close-self-check'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

const lineColumns = {
  card_number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, always: true },
  card_name: { title: words('资产', 'Thing'), kind: 'text', always: true },
  place: { title: words('存放地点', 'Place'), kind: 'text' },
  state: { title: words('状态', 'State'), kind: 'choice', choices: lineStates, filter: true, always: true },
  reason: { title: words('异议', 'Dispute'), kind: 'choice', choices: disputeReasons, filter: true },
  said: { title: words('说明', 'Said'), kind: 'text' },
  how: { title: words('处理', 'Settled by'), kind: 'choice', choices: settledHow, filter: true },
  settled_words: { title: words('处理说明', 'In words'), kind: 'text' },
  check_number: { title: words('自查编号', 'Self-check'), kind: 'text', filter: true },
  due_day: { title: words('截止', 'Until'), kind: 'day', filter: true, sort: true },
  unit_id: unit,
  check_id: { title: words('自查', 'Self-check'), kind: 'id', filter: true, hidden: true, always: true },
} as const;

const lineOffers = (row: Record<string, unknown>): Offer[] => {
  const { unit_id, person_id, state } = row as { unit_id: string; person_id: string; state: string };
  return [
    {
      verbs:
        state === 'waiting'
          ? ['assets.confirm-holdings', 'assets.dispute-holding']
          : state === 'confirmed'
            ? ['assets.dispute-holding']
            : [],
      place: { unit: unit_id, person: person_id },
    },
    { verbs: state === 'disputed' ? ['assets.settle-dispute'] : [], place: { unit: unit_id } },
  ];
};

/** 自查明细. */
export const selfCheckLines = list('assets.self-check-lines', {
  title: words('自查明细', 'Lines of self-checks'),
  view: 'assets_read.self_check_line_v1',
  who: readers,
  order: '-due_day',
  columns: {
    ...lineColumns,
    person_name: { title: words('使用人', 'User'), kind: 'text', filter: true },
    person_id: { title: words('使用人', 'User'), kind: 'id', hidden: true },
    settled_name: { title: words('处理人', 'Settled by'), kind: 'text' },
  },
  moves: lineOffers,
});

/** 我的资产自查: what is in my own name, to be confirmed on the phone. */
export const myHoldings = list('assets.my-holdings', {
  title: words('我的资产自查', 'My self-check'),
  view: 'assets_read.self_check_line_v1',
  who: ['self'],
  only: ({ actor }) => sql`person_id = ${actor.person}::uuid`,
  order: '-due_day',
  columns: { ...lineColumns, person_id: { title: words('使用人', 'User'), kind: 'id', hidden: true } },
  moves: lineOffers,
});

/** 离岗交接. */
export const clearances = list('assets.clearances', {
  title: words('离岗交接', 'Clearances'),
  view: 'assets_read.clearance_v1',
  who: readers,
  order: '-opened_at',
  opens: '/assets/clearances/{id}',
  columns: {
    person_name: { title: words('人员', 'Person'), kind: 'text', filter: true },
    left_on: { title: words('离岗日期', 'Left on'), kind: 'day', filter: true, sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: clearanceStates, filter: true },
    held: { title: words('名下资产', 'Still held'), kind: 'integer', sum: true },
    remaining: { title: words('办结时留存', 'Left when cleared'), kind: 'integer' },
    number: { title: words('证明编号', 'Certificate'), kind: 'text', filter: true },
    words: { title: words('说明', 'In words'), kind: 'text' },
    opened_at: { title: words('开始', 'Opened'), kind: 'instant', sort: true },
    cleared_name: { title: words('办结人', 'Cleared by'), kind: 'text' },
    unit_id: unit,
  },
  moves: (row) => ({
    verbs: row['state'] === 'open' ? ['assets.clear-post'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 离岗交接单: what is still held, and the certificate once it is given. */
export const oneClearance = read('assets.clearance', {
  title: words('离岗交接', 'A clearance'),
  query: z.strictObject({ id: z.uuid() }),
  answer: ClearanceAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const row = await tx.one<Omit<ClearanceAnswer, 'unitName' | 'held'>>(sql`
      select id, unit_id as unit, person_id as person, person_name as "personName", left_on::text as "leftOn", state, number, remaining, words,
             cleared_name as "clearedName", (cleared_at at time zone 'Asia/Shanghai')::date::text as "clearedOn"
        from assets.clearance where id = ${id}`);
    const held = await tx.rows<Omit<ClearanceAnswer['held'][number], 'unitName'> & { unit: string }>(sql`
      select id, number, name, place, state, value_fen as "valueFen", unit_id as unit from assets.card
       where user_id = ${row.person} and state <> 'disposed' order by number limit 1000`);
    return {
      ...row,
      unitName: organisation.unit(row.unit)?.name ?? '',
      held: held.map(({ unit: at, ...card }) => ({ ...card, unitName: organisation.unit(at)?.name ?? '' })),
    };
  },
  at: ({ unit: at }) => ({ unit: at }),
  moves: ({ unit: at, state }) => ({ verbs: state === 'open' ? ['assets.clear-post'] : [], place: { unit: at } }),
});

/** 账面余额. */
export const ledgerSums = list('assets.ledger-sums', {
  title: words('账面余额', 'Sums of the ledger'),
  view: 'assets_read.ledger_sum_v1',
  who: readers,
  order: '-month_end',
  columns: {
    month_end: { title: words('截至', 'As of'), kind: 'day', filter: true, sort: true },
    class: { title: words('分类', 'Class'), kind: 'choice', choices: topClasses, filter: true },
    account: { title: words('会计科目', 'Account'), kind: 'text', filter: true },
    amount_fen: { title: words('账面余额', 'Sum'), kind: 'money-fen', sum: true },
    entered_name: { title: words('录入人', 'Entered by'), kind: 'text' },
    unit_id: unit,
  },
});

/** 卡账实差异: what cards, ledger and things do not agree in. */
export const differences = list('assets.differences', {
  title: words('卡账实差异', 'Differences'),
  view: 'assets_read.difference_v1',
  who: readers,
  order: '-month_end',
  columns: {
    month_end: { title: words('截至', 'As of'), kind: 'day', filter: true, sort: true },
    side: { title: words('对照', 'Sides'), kind: 'choice', choices: sides, filter: true },
    what: { title: words('项目', 'What'), kind: 'text' },
    cards_fen: { title: words('卡片', 'Cards'), kind: 'money-fen', sum: true },
    other_fen: { title: words('账面或实物', 'Ledger or thing'), kind: 'money-fen', sum: true },
    difference_fen: { title: words('差额', 'Difference'), kind: 'money-fen', sum: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: differenceStates, filter: true },
    words: { title: words('说明', 'In words'), kind: 'text' },
    ended_name: { title: words('说明人', 'By'), kind: 'text' },
    unit_id: unit,
  },
  moves: (row) => ({
    verbs: row['state'] === 'open' ? ['assets.end-difference'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
