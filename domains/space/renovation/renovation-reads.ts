import { list, read, sql, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { RenovationAnswer, type RenovationState } from './contract.ts';
import { renovationOffers } from './renovation.ts';
import { findRenovation, roomsOfWorks, spentOn } from './renovation-store.ts';
import { renovationKinds, renovationStates } from './words.zh.ts';

/** 维修项目台账. */
export const renovationList = list('space.renovations', {
  title: words('维修项目', 'Works'),
  view: 'space_read.renovation_v1',
  who: readers,
  order: '-from_day',
  search: 'search',
  opens: '/space/renovations/{id}',
  columns: {
    name: { title: words('项目', 'Works'), kind: 'text', filter: true, always: true },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, always: true },
    kind: { title: words('类型', 'Kind'), kind: 'choice', choices: renovationKinds, filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: renovationStates, filter: true, always: true },
    budget_fen: { title: words('批复预算', 'Budget'), kind: 'money-fen', sum: true, always: true },
    contract_fen: { title: words('合同金额', 'Contract'), kind: 'money-fen', sum: true },
    spent_fen: { title: words('已支出', 'Spent'), kind: 'money-fen', sum: true, always: true },
    left_fen: { title: words('预算余额', 'Left'), kind: 'money-fen', sum: true, always: true },
    from_day: { title: words('计划开工', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('计划完工', 'To'), kind: 'day', filter: true, sort: true, always: true },
    contractor: { title: words('施工单位', 'Contractor'), kind: 'text', filter: true, always: true },
    rooms: { title: words('房间', 'Rooms'), kind: 'text', always: true },
    accepted_on: { title: words('验收', 'Accepted'), kind: 'day', filter: true },
    paper: { title: words('批复文号', 'Paper'), kind: 'text', always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) => renovationOffers({ unit: row['unit_id'] as string, state: row['state'] as RenovationState }),
});

/** 维修支出: every entry. */
export const spendingList = list('space.spendings', {
  title: words('维修支出', 'Spending on works'),
  view: 'space_read.spending_v1',
  who: readers,
  order: '-day',
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    renovation: { title: words('项目', 'Works'), kind: 'text', filter: true, always: true },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, always: true },
    kind: { title: words('类型', 'Kind'), kind: 'choice', choices: renovationKinds, filter: true, always: true },
    amount_fen: { title: words('金额', 'Amount'), kind: 'money-fen', sum: true, sort: true },
    receipt: { title: words('票据号', 'Receipt'), kind: 'text', filter: true, always: true },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    entered_name: { title: words('经办', 'By'), kind: 'text', always: true },
    struck: { title: words('冲销原因', 'Struck'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
    renovation_id: { title: words('项目编号', 'Works id'), kind: 'id', filter: true, hidden: true, always: true },
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['space.strike-spending'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 维修项目: what is done where, its budget, and what was spent of it. */
export const oneRenovation = read('space.renovation', {
  title: { zh: '维修项目', en: 'Works' },
  query: z.strictObject({ id: z.uuid() }),
  answer: RenovationAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const { askedBy: _askedBy, ...works } = await findRenovation(tx, id);
    const spentFen = await spentOn(tx, id);
    const building = await tx.maybe<{ name: string }>(
      sql`select name from space.building where id = ${works.building}`,
    );
    return {
      ...works,
      unitName: organisation.unit(works.unit)?.name ?? '',
      buildingName: building?.name ?? '',
      spentFen,
      leftFen: works.budgetFen - spentFen,
      rooms: (await roomsOfWorks(tx, id)).map(({ id: room, name, areaM2 }) => ({ id: room, name, areaM2 })),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (works) => renovationOffers(works),
});
