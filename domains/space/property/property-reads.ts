import { type Id, inScope, list, read, sql, type Tx, words } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { linesOf } from './check-lines.ts';
import { type ContractState, type RectificationState, ServiceContractAnswer } from './contract.ts';
import { contractEditions } from './edition-reads.ts';
import { energyNotices } from './energy-notice.ts';
import { servedBetween } from './amendment-store.ts';
import { checksOf, findContract, isFeeRecorded } from './property-store.ts';
import { feeOfMonth, monthBefore } from './fee-of-month.ts';
import { formulaOf } from './reckon-check.ts';
import { contractOffers, pageOffers, rectificationOffers } from './service-contract.ts';
import { checkOutcomes, contractStates, eventKinds, eventStates, rectificationStates } from './words.zh.ts';

/** 物业合同. */
export const contractList = list('space.service-contracts', {
  title: words('物业合同', 'Property contracts'),
  view: 'space_read.service_contract_v1',
  who: readers,
  order: '-from_day',
  search: 'search',
  opens: '/space/property-contracts/{id}',
  columns: {
    number: { title: words('合同编号', 'Number'), kind: 'text', filter: true, always: true },
    supplier: { title: words('物业公司', 'Company'), kind: 'text', filter: true, always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: contractStates, filter: true, always: true },
    buildings: { title: words('房屋', 'Buildings'), kind: 'text', always: true },
    from_day: { title: words('自', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('至', 'To'), kind: 'day', filter: true, sort: true },
    annual_fee_fen: { title: words('年费', 'Annual fee'), kind: 'money-fen', sum: true, always: true },
    states_energy: {
      title: words('载明节能目标', 'States energy targets'),
      kind: 'yes-no',
      filter: true,
      always: true,
    },
    checked_month: { title: words('最近考评', 'Last checked'), kind: 'day' },
    last_result: { title: words('考评结果', 'Result'), kind: 'decimal' },
    open_rectifications: { title: words('未办结整改', 'To be put right'), kind: 'integer', sum: true, always: true },
    amendments: { title: words('已签补充协议', 'Amendments signed'), kind: 'integer' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    dimensions: { title: words('服务项目', 'Dimensions'), kind: 'json', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) => contractOffers({ unit: row['unit_id'] as string, state: row['state'] as ContractState }),
});

/** 物业考评: every edition; the last of each month counts. */
export const checkList = list('space.service-checks', {
  title: words('物业考评', 'Property checks'),
  view: 'space_read.service_check_v1',
  who: readers,
  order: '-month',
  opens: '/space/property-contracts/{contract_id}',
  columns: {
    month: { title: words('月份', 'Month'), kind: 'day', filter: true, sort: true },
    supplier: { title: words('物业公司', 'Company'), kind: 'text', filter: true, always: true },
    contract: { title: words('合同编号', 'Contract'), kind: 'text', filter: true, always: true },
    result: { title: words('结果', 'Result'), kind: 'decimal', unitOfMeasure: '分', filter: true },
    outcome: { title: words('说明', 'Outcome'), kind: 'choice', choices: checkOutcomes, filter: true, always: true },
    below: { title: words('需整改', 'To be put right'), kind: 'yes-no', filter: true, always: true },
    marked: { title: words('已考评项目', 'Dimensions marked'), kind: 'integer', always: true },
    covered: { title: words('合同项目', 'Dimensions covered'), kind: 'integer', always: true },
    edition: { title: words('版本', 'Edition'), kind: 'integer', always: true },
    current: { title: words('现行', 'Counts'), kind: 'yes-no', filter: true, always: true },
    why: { title: words('更正原因', 'Why corrected'), kind: 'text', always: true },
    checked_name: { title: words('考评人', 'Checked by'), kind: 'text', always: true },
    checked_at: { title: words('登记时间', 'Entered'), kind: 'instant', always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    contract_id: { title: words('合同', 'Contract id'), kind: 'id', filter: true, hidden: true, always: true },
    marks: { title: words('打分', 'Marks'), kind: 'json', hidden: true, always: true },
    unmarked: { title: words('未考评', 'Not checked'), kind: 'json', hidden: true },
  },
  moves: (row) => ({
    verbs: row['current'] === true ? ['space.correct-service-check'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 物业整改. */
export const rectificationList = list('space.service-rectifications', {
  title: words('物业整改', 'Property rectifications'),
  view: 'space_read.service_rectification_v1',
  who: readers,
  order: '-due_day',
  columns: {
    supplier: { title: words('物业公司', 'Company'), kind: 'text', filter: true, always: true },
    contract: { title: words('合同编号', 'Contract'), kind: 'text', filter: true, always: true },
    month: { title: words('考评月份', 'Month'), kind: 'day', filter: true, sort: true },
    what: { title: words('问题', 'What'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: rectificationStates, filter: true, always: true },
    due_day: { title: words('期限', 'Due'), kind: 'day', filter: true, sort: true },
    answer: { title: words('公司答复', 'Answer'), kind: 'text', always: true },
    answered_on: { title: words('答复日期', 'Answered'), kind: 'day' },
    said: { title: words('复核意见', 'Opinion'), kind: 'text', always: true },
    sent_back: { title: words('退回次数', 'Sent back'), kind: 'integer', always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    contract_id: { title: words('合同', 'Contract id'), kind: 'id', filter: true, hidden: true, always: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true, always: true },
  },
  moves: (row) => rectificationOffers({ unit: row['unit_id'] as string, state: row['state'] as RectificationState }),
});

/** 巡检问题和报修 of the buildings of a contract: what stands beside its marks. */
export const eventList = list('space.service-events', {
  title: words('巡检问题和报修', 'Defects and faults'),
  view: 'space_read.service_event_v1',
  who: readers,
  order: '-day',
  columns: {
    day: { title: words('日期', 'Day'), kind: 'day', filter: true, sort: true },
    kind: { title: words('来源', 'Source'), kind: 'choice', choices: eventKinds, filter: true, always: true },
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true },
    place: { title: words('位置', 'Where'), kind: 'text', always: true },
    what: { title: words('情况', 'What'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: eventStates, filter: true, always: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    contract_id: { title: words('合同', 'Contract id'), kind: 'id', filter: true, hidden: true, always: true },
  },
});

/** 物业合同: its terms, what the law says of them, and its checks month by month. */
export const oneServiceContract = read('space.service-contract', {
  title: { zh: '物业合同', en: 'A property contract' },
  query: z.strictObject({ id: z.uuid() }),
  answer: ServiceContractAnswer,
  who: readers,
  async fetch(tx, { id }, context) {
    const { askedBy: _askedBy, ...contract } = await findContract(tx, id);
    const { standards, organisation, today } = context;
    const events = await eventsByMonth(tx, id, inScope(context, readers));
    const paper = standards.valueOn('space.property-dimensions', today, organisation.place(contract.unit), {});
    const { served: stretches, terms, today: now, ...told } = await contractEditions(tx, contract, today);
    const month = feeOfMonth(contract, monthBefore(today), terms);
    const ofMonth = month ? servedBetween(stretches, month.from, month.to) : [];
    const only = ofMonth.length === 1 ? ofMonth[0]! : null;
    const fee = month && !(await isFeeRecorded(tx, contract, month)) ? month : null;
    return {
      ...contract,
      ...now,
      ...told,
      unitName: organisation.unit(contract.unit)?.name ?? '',
      monthlyFeeFen: Math.round(now.annualFeeFen / 12),
      fee: fee && { ...fee, amountFen: only ? fee.amountFen : null, building: only },
      notices: energyNotices(contract, context),
      dimensionsOf: paper.found
        ? `${paper.source.document}${paper.source.number ? `（${paper.source.number}）` : ''}`
        : '',
      line: linesOf(contract.unit, context).resultLine,
      checks: (await checksOf(tx, id)).map(
        ({ id: check, unit: _unit, contract: _contract, current: _current, ...rest }) => ({
          ...rest,
          id: check,
          check,
          formula: formulaOf(rest),
          defects: events.get(`defect ${rest.month}`) ?? 0,
          faults: events.get(`fault ${rest.month}`) ?? 0,
        }),
      ),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (contract) => pageOffers(contract),
});

/** As many as the list of events shows for the month, by the same right. @returns by `kind YYYY-MM` */
async function eventsByMonth(tx: Tx, contract: Id, reach: ReturnType<typeof inScope>): Promise<Map<string, number>> {
  const rows = await tx.rows<{ key: string; count: number }>(sql`
    select kind || ' ' || to_char(day, 'YYYY-MM') as key, count(*)::int as count from space_read.service_event_v1
     where contract_id = ${contract} and ${reach} group by 1`);
  return new Map(rows.map(({ key, count }) => [key, count]));
}
