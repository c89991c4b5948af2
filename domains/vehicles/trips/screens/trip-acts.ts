import { words } from '@opengoa/kernel/words';
import type { Input } from '@opengoa/web-kit';
import type { Acts, ActObject, NamedField } from '@opengoa/web-kit/room';
import { papersField } from '../../papers/screens/paper-acts.ts';
import { planFields } from './plan-fields.ts';

const trip = (object: ActObject) => ({ trip: object.id });

const opinion = (required: boolean, ...phrases: readonly [string, string][]): NamedField<'opinion'> => ({
  name: 'opinion',
  title: words('意见', 'Opinion'),
  kind: 'long-text',
  required,
  maxLength: 500,
  phrases: phrases.map(([zh, en]) => words(zh, en)),
});
const why = (zh: string, en: string, ...phrases: readonly [string, string][]): NamedField<'why'> => ({
  ...opinion(true, ...phrases),
  name: 'why',
  title: words(zh, en),
});
const paid = <const Name extends string>(
  name: Name,
  zh: string,
  en: string,
  help?: { zh: string; en: string },
): NamedField<Name> => ({
  name,
  title: words(zh, en),
  kind: 'money',
  initial: 0,
  ...(help ? { help } : {}),
});
const odometer = (help: { zh: string; en: string }): NamedField<'odometerKm'> => ({
  name: 'odometerKm',
  title: words('里程表读数', 'Odometer'),
  kind: 'integer',
  unitOfMeasure: 'km',
  from: 0,
  help,
});

/** How each verb of a trip is offered. */
export const tripActs: Acts = {
  'vehicles.request-trip': {
    title: words('我要用车', 'Ask for a vehicle'),
    tone: 'primary',
    starts: 'vehicles.trips',
    go: '/vehicles/ask',
  },
  'vehicles.approve-trip': {
    title: words('同意', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: trip,
    fields: [opinion(false, ['同意', 'Agreed'])],
  },
  'vehicles.refuse-trip': {
    title: words('不同意', 'Refuse'),
    input: trip,
    fields: [opinion(true, ['可乘公共交通', 'Public transport will do'], ['时间重复', 'Asked for twice'])],
  },
  'vehicles.send-trip-back': {
    title: words('退回', 'Send back'),
    input: trip,
    fields: [opinion(true, ['请补充事由', 'Say more about the purpose'], ['请核对时间', 'Check the time'])],
  },
  'vehicles.add-trip-signer': {
    title: words('加签', 'Add a signer'),
    input: trip,
    fields: [
      { name: 'person', title: words('请谁会签', 'Who signs'), kind: 'person' },
      {
        name: 'when',
        title: words('何时', 'When'),
        kind: 'choice',
        choices: { before: words('在我之前', 'Before me'), after: words('在我之后', 'After me') },
        initial: 'before',
      },
      opinion(false),
    ],
    shape: ({ person, ...values }) => ({ ...values, persons: [person] }),
  },
  'vehicles.hand-trip-over': {
    title: words('转办', 'Hand over'),
    input: trip,
    fields: [{ name: 'to', title: words('转给谁', 'To whom'), kind: 'person' }, opinion(false)],
  },
  'vehicles.urge-trip': { title: words('催办', 'Urge'), input: trip },
  'vehicles.withdraw-trip': {
    title: words('撤回', 'Withdraw'),
    tone: 'danger',
    input: trip,
    confirm: words('撤回后本单即结束，需要时请重新申请。', 'This ends the request; ask again if needed.'),
  },
  'vehicles.revise-trip': {
    title: words('修改后再次申请', 'Revise and ask again'),
    tone: 'primary',
    input: ({ id, version }) => ({ trip: id, version }),
    fields: planFields,
    initial: ({ plan }) => ({ ...(plan as Input<'vehicles.request-trip'>) }),
  },
  'vehicles.dispatch-trip': { title: words('派车', 'Dispatch'), tone: 'primary', go: '/vehicles/board?trip={id}' },
  'vehicles.proposals': { title: words('看派车建议', 'See proposals') },
  'vehicles.depart-trip': {
    title: words('登记出车', 'Record departure'),
    input: trip,
    fields: [odometer(words('不小于上次读数', 'not below the last reading')), papersField],
  },
  'vehicles.return-trip': {
    title: words('登记返回', 'Record return'),
    tone: 'primary',
    input: trip,
    fields: [
      odometer(words('返回时的读数', 'as read on return')),
      {
        name: 'why',
        title: words('与计划里程差异的原因', 'Why it differs from the plan'),
        kind: 'text',
        required: false,
        maxLength: 500,
      },
      papersField,
    ],
  },
  'vehicles.settle-trip': {
    title: words('结算', 'Settle'),
    tone: 'primary',
    input: trip,
    fields: [
      paid('fuelFen', '途中油费', 'Fuel on the way', words('用加油卡支付的不在此填写', 'not what the card paid')),
      paid('tollFen', '通行费', 'Toll'),
      paid('parkingFen', '停车费', 'Parking'),
    ],
  },
  'vehicles.rate-trip': {
    title: words('评价', 'Rate'),
    input: trip,
    fields: [
      {
        name: 'stars',
        title: words('服务怎么样？', 'How was it?'),
        kind: 'choice',
        choices: {
          5: words('很满意', 'Very good'),
          4: words('满意', 'Good'),
          3: words('一般', 'Fair'),
          2: words('不满意', 'Poor'),
          1: words('很不满意', 'Very poor'),
        },
      },
      {
        name: 'words',
        title: words('想说的话', 'In words'),
        kind: 'long-text',
        required: false,
        maxLength: 500,
        phrases: [words('准时', 'On time'), words('车况好', 'Good vehicle')],
      },
    ],
    shape: ({ stars, ...values }) => ({ ...values, stars: Number(stars) }),
  },
  'vehicles.cancel-trip': {
    title: words('取消用车', 'Cancel'),
    tone: 'danger',
    input: trip,
    fields: [why('取消原因', 'Why', ['会议改期', 'Meeting moved'], ['改乘其他交通工具', 'Went otherwise'])],
  },
};
