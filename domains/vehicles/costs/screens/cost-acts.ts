import { words } from '@opengoa/kernel/words';
import { field, type Act, type ActObject } from '@opengoa/web-kit/room';
import { bodies, powers } from '../../words.zh.ts';
import { papersField } from '../../papers/screens/paper-acts.ts';
import { costKinds, policies } from '../words.zh.ts';

const optional = { required: false } as const;
const vehicleFrom = ({ id }: ActObject) => ({ vehicle: id });
const repair = ({ id }: ActObject) => ({ repair: id });
const hire = ({ id }: ActObject) => ({ hire: id });
const opinion = field('opinion', '意见', 'Opinion', 'long-text', { maxLength: 500 });
const why = field('why', '原因', 'Why', 'text', { maxLength: 300 });
const day = (zh: string, en: string) => field('day', zh, en, 'day');
const invoice = field('invoice', '发票号', 'Invoice', 'text', { maxLength: 60 });

export const costActs: Readonly<Record<string, Act>> = {
  'vehicles.record-cost': {
    title: words('登记费用', 'Record a cost'),
    input: vehicleFrom,
    fields: [
      field('kind', '种类', 'Kind', 'choice', { choices: costKinds }),
      day('日期', 'Day'),
      field('amountFen', '金额', 'Amount', 'money'),
      field('supplier', '收款单位', 'Paid to', 'text', { ...optional, maxLength: 100 }),
      { ...invoice, ...optional },
      field('policy', '险种', 'Policy', 'choice', {
        ...optional,
        choices: policies,
        when: ({ kind }) => kind === 'insurance',
      }),
      field('coversFrom', '保险起', 'Covers from', 'day', { ...optional, when: ({ kind }) => kind === 'insurance' }),
      field('coversTo', '保险止', 'Covers to', 'day', { ...optional, when: ({ kind }) => kind === 'insurance' }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
      papersField,
    ],
  },
  'vehicles.strike-cost': {
    title: words('撤销', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ cost: id }),
    fields: [why],
  },
  'vehicles.assign-fuel-card': {
    title: words('核定加油卡', 'Assign the fuel card'),
    input: vehicleFrom,
    fields: [
      field('card', '卡号', 'Card', 'text', {
        ...optional,
        maxLength: 40,
        help: words('一车一卡；不填即收回', 'one vehicle, one card; empty takes it back'),
      }),
    ],
  },
  'vehicles.order-repair': {
    title: words('报修', 'Order a repair'),
    // From the page of a fault report: the report goes with it.
    input: ({ id, report }) => ({ vehicle: id, ...(typeof report === 'string' ? { report } : {}) }),
    initial: ({ said }) => (typeof said === 'string' ? { what: said } : {}),
    fields: [
      field('what', '故障或项目', 'What', 'long-text', { maxLength: 300 }),
      field('garage', '维修厂', 'Garage', 'text', {
        maxLength: 100,
        help: words('定点维修', 'a designated one'),
      }),
      papersField,
    ],
  },
  'vehicles.quote-repair': {
    title: words('登记报价', 'Enter the quotation'),
    input: repair,
    fields: [
      field('quoteFen', '报价', 'Quotation', 'money'),
      field('quote', '明细', 'Parts and hours', 'long-text', { maxLength: 1000 }),
      papersField,
    ],
  },
  'vehicles.approve-repair': {
    title: words('批准维修', 'Approve the repair'),
    tone: 'primary',
    key: 'a',
    input: repair,
    fields: [{ ...opinion, ...optional }],
  },
  'vehicles.refuse-repair': { title: words('不批准', 'Refuse'), input: repair, fields: [opinion] },
  'vehicles.finish-repair': {
    title: words('验收', 'Accept'),
    input: repair,
    fields: [day('完成日期', 'Done on'), papersField],
  },
  'vehicles.pay-repair': {
    title: words('付款', 'Pay'),
    input: repair,
    fields: [field('amountFen', '金额', 'Amount', 'money'), invoice, day('付款日期', 'Paid on'), papersField],
    initial: (object) => ({ amountFen: object['quote_fen'] }),
  },
  'vehicles.cancel-repair': { title: words('取消维修', 'Cancel'), tone: 'danger', input: repair, fields: [why] },
  'vehicles.hire-car': {
    title: words('租用车辆', 'Hire a car'),
    tone: 'primary',
    starts: 'vehicles.hires',
    fields: [
      field('unit', '用车单位', 'Unit', 'unit'),
      field('supplier', '租赁公司', 'Supplier', 'text', { maxLength: 100 }),
      field('purpose', '事由', 'Purpose', 'text', { maxLength: 200 }),
      field('fromDay', '起', 'From', 'day'),
      field('toDay', '止', 'To', 'day'),
      field('people', '人数', 'People', 'integer', { from: 1, to: 60, unitOfMeasure: '人' }),
      field('body', '车型', 'Body', 'choice', { choices: bodies }),
      field('power', '动力', 'Power', 'choice', { choices: powers }),
      field('displacementL', '排气量', 'Displacement', 'number', { ...optional, unitOfMeasure: 'L' }),
      field('priceFen', '同款购置价', 'Price of such a vehicle', 'money', {
        ...optional,
        help: words('租用车辆不得超过配备标准', 'a hired car keeps the equipment standard'),
      }),
      field('quoteFen', '约定租金', 'Agreed', 'money'),
    ],
  },
  'vehicles.settle-hire': {
    title: words('结算', 'Settle'),
    tone: 'primary',
    input: hire,
    fields: [
      field('plate', '车牌号', 'Plate', 'text', { maxLength: 20 }),
      field('km', '里程', 'Distance', 'integer', { unitOfMeasure: 'km', from: 0 }),
      field('amountFen', '金额', 'Amount', 'money'),
      invoice,
      day('日期', 'Day'),
      papersField,
    ],
  },
  'vehicles.cancel-hire': { title: words('取消租车', 'Cancel the hire'), tone: 'danger', input: hire, fields: [why] },
};
