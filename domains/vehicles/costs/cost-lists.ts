import { words } from '@opengoa/kernel/words';
import { list, type Column, sql } from '@opengoa/kernel';
import { bodies, categories, powers, vehicleStates } from '../words.zh.ts';
import { hireMoves } from './hire.ts';
import { repairMoves, type RepairState } from './repair.ts';
import { costKinds, expenseKinds, hireStates, policies, repairStates } from './words.zh.ts';

const who = ['fleet-clerk', 'dispatcher', 'head', 'leader'] as const;
const money = (zh: string, en: string, more: Partial<Column> = {}): Column => ({
  title: words(zh, en),
  kind: 'money-fen',
  sum: true,
  ...more,
});
const unit: Column = { title: words('所属单位', 'Unit'), kind: 'unit', filter: true };
const vehicle: Column = { title: words('车辆', 'Vehicle'), kind: 'id', filter: true, hidden: true };
const plate: Column = { title: words('车牌号', 'Plate'), kind: 'text', filter: true };

/** 车辆费用: insurance, tolls, parking, fines. */
export const costs = list('vehicles.costs', {
  title: words('车辆费用', 'Costs'),
  view: 'vehicles_read.cost_v1',
  who,
  order: '-day',
  search: 'search',
  sheet: 'vehicles.cost',
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    plate,
    kind: { title: words('种类', 'Kind'), kind: 'choice', choices: costKinds, filter: true },
    amount_fen: money('金额', 'Amount', { sort: true }),
    supplier: { title: words('收款单位', 'Paid to'), kind: 'text', filter: true },
    invoice: { title: words('发票号', 'Invoice'), kind: 'text', filter: true },
    policy: { title: words('险种', 'Policy'), kind: 'choice', choices: policies, filter: true },
    covers_from: { title: words('保险起', 'Covers from'), kind: 'day' },
    covers_to: { title: words('保险止', 'Covers to'), kind: 'day', filter: true, sort: 'nullable' },
    note: { title: words('备注', 'Note'), kind: 'text' },
    struck: { title: words('撤销原因', 'Struck'), kind: 'text' },
    unit_id: unit,
    vehicle_id: vehicle,
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['vehicles.strike-cost', 'vehicles.add-paper'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 维修: each from order to payment, with what may be done now. */
export const repairs = list('vehicles.repairs', {
  title: words('车辆维修', 'Repairs'),
  view: 'vehicles_read.repair_v1',
  sheet: 'vehicles.repair',
  who: [...who, 'driver'],
  order: '-ordered_at',
  search: 'search',
  columns: {
    plate,
    state: { title: words('状态', 'State'), kind: 'choice', choices: repairStates, filter: true },
    what: { title: words('故障或项目', 'What'), kind: 'text' },
    garage: { title: words('维修厂', 'Garage'), kind: 'text', filter: true },
    ordered_at: { title: words('报修', 'Ordered'), kind: 'instant', filter: true, sort: true },
    ordered_name: { title: words('报修人', 'Ordered by'), kind: 'text' },
    quote_fen: money('报价', 'Quoted', { sort: 'nullable' }),
    quote_text: { title: words('报价明细', 'Quotation'), kind: 'text' },
    approved_name: { title: words('批准人', 'Approved by'), kind: 'text' },
    done_day: { title: words('完成', 'Done'), kind: 'day' },
    amount_fen: money('付款', 'Paid', { sort: 'nullable' }),
    invoice: { title: words('发票号', 'Invoice'), kind: 'text', filter: true },
    paid_day: { title: words('付款日', 'Paid on'), kind: 'day', filter: true },
    paper: { title: words('审批单号', 'Approved by'), kind: 'text', filter: true },
    why: { title: words('原因', 'Why'), kind: 'text' },
    unit_id: unit,
    vehicle_id: vehicle,
  },
  moves: (row) => ({
    verbs: [
      ...repairMoves.from(row['state'] as RepairState),
      ...(row['paper'] !== null && row['state'] === 'paid' ? ['vehicles.strike-repair'] : []),
      'vehicles.add-paper',
    ],
    place: { unit: row['unit_id'] as string, object: row['id'] as string },
  }),
});

/** 租用车辆. */
export const hires = list('vehicles.hires', {
  title: words('租用车辆', 'Hired cars'),
  view: 'vehicles_read.hire_v1',
  sheet: 'vehicles.hire',
  who,
  order: '-from_day',
  search: 'search',
  columns: {
    from_day: { title: words('起', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('止', 'To'), kind: 'day' },
    state: { title: words('状态', 'State'), kind: 'choice', choices: hireStates, filter: true },
    supplier: { title: words('租赁公司', 'Supplier'), kind: 'text', filter: true },
    purpose: { title: words('事由', 'Purpose'), kind: 'text' },
    people: { title: words('人数', 'People'), kind: 'integer' },
    body: { title: words('车型', 'Body'), kind: 'choice', choices: bodies, filter: true },
    power: { title: words('动力', 'Power'), kind: 'choice', choices: powers },
    displacement_l: { title: words('排气量', 'Displacement'), kind: 'decimal', unitOfMeasure: 'L' },
    quote_fen: money('约定', 'Agreed'),
    amount_fen: money('结算', 'Settled', { sort: 'nullable' }),
    km: { title: words('里程', 'Distance'), kind: 'integer', unitOfMeasure: 'km', sum: true },
    fen_per_km: { title: words('每公里', 'Per km'), kind: 'money-fen', sort: 'nullable' },
    plate: { title: words('车牌号', 'Plate'), kind: 'text', filter: true },
    invoice: { title: words('发票号', 'Invoice'), kind: 'text', filter: true },
    settled_day: { title: words('结算日', 'Settled on'), kind: 'day', filter: true },
    warning_count: { title: words('标准提示', 'Notes'), kind: 'integer' },
    booked: { title: words('补登', 'Booked'), kind: 'yes-no', filter: true },
    unit_id: unit,
  },
  moves: (row) => ({
    verbs: [
      ...hireMoves.from(row['state'] as 'ordered'),
      ...(row['booked'] === true && row['state'] === 'settled' ? ['vehicles.strike-hire'] : []),
      'vehicles.add-paper',
    ],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 费用明细: every expense of vehicles as a row, wherever it is kept; what stands behind the sums. */
export const expenses = list('vehicles.expenses', {
  title: words('费用明细', 'Expenses'),
  view: 'vehicles_read.expense_v1',
  who,
  order: '-day',
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    plate,
    kind: { title: words('种类', 'Kind'), kind: 'choice', choices: expenseKinds, filter: true },
    amount_fen: money('金额', 'Amount', { sort: true }),
    paid_to: { title: words('收款单位', 'Paid to'), kind: 'text' },
    paper: { title: words('单号或发票', 'Paper'), kind: 'text' },
    unit_id: { ...unit, title: words('列支单位', 'Borne by') },
    vehicle_id: vehicle,
  },
});

/** 单车核算: a vehicle and a year on one line, with the cost of a kilometre (机关事务管理条例 第二十六条). */
export const vehicleYears = list('vehicles.vehicle-years', {
  title: words('单车核算', 'Costs per vehicle'),
  view: 'vehicles_read.vehicle_year_v1',
  who,
  order: '-total_fen',
  opens: '/vehicles/fleet/{vehicle_id}',
  only: () => sql`year is not null`,
  columns: {
    plate: { ...plate, sort: true },
    year: { title: words('年度', 'Year'), kind: 'text', filter: true, sort: true },
    total_fen: money('合计', 'Total', { sort: true }),
    fen_per_km: { title: words('每公里', 'Per km'), kind: 'money-fen', sort: 'nullable' },
    driven_km: { title: words('里程', 'Driven'), kind: 'integer', unitOfMeasure: 'km', sum: true, sort: true },
    category: { title: words('车辆类别', 'Category'), kind: 'choice', choices: categories, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: vehicleStates, filter: true },
    used_days: { title: words('出车天数', 'Days out'), kind: 'integer', sum: true },
    energy_fen: money('油电', 'Fuel and power'),
    repair_fen: money('维修', 'Repair'),
    insurance_fen: money('保险', 'Insurance'),
    toll_fen: money('通行', 'Toll'),
    parking_fen: money('停车', 'Parking'),
    fine_fen: money('罚款', 'Fines'),
    other_fen: money('其他', 'Other'),
    unit_id: unit,
    vehicle_id: { ...vehicle, always: true },
  },
});
