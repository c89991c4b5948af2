import { words } from '@opengoa/kernel/words';
import { field, type Act, type ActObject } from '@opengoa/web-kit/room';
import { papersField } from '../../papers/screens/paper-acts.ts';
import { bodies, categories, conditions, powers } from '../../words.zh.ts';
import { dutyKinds, eventKinds } from '../words.zh.ts';

const optional = { required: false } as const;
const vehicleFrom = ({ id }: ActObject) => ({ vehicle: id });
const driverFrom = ({ id }: ActObject) => ({ driver: id });
const purchase = ({ id }: ActObject) => ({ purchase: id });
const opinion = field('opinion', '意见', 'Opinion', 'long-text', { maxLength: 500 });

export const lifeActs: Readonly<Record<string, Act>> = {
  'vehicles.set-slots': {
    title: words('核定编制', 'Set the slots'),
    tone: 'primary',
    starts: 'vehicles.slots',
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('category', '车辆类别', 'Category', 'choice', { choices: categories }),
      field('slots', '编制', 'Slots', 'integer', { from: 0, unitOfMeasure: '辆' }),
      field('paper', '核定文号', 'Paper', 'text', { maxLength: 100 }),
    ],
  },
  'vehicles.propose-purchase': {
    title: words('申请购置', 'Propose a purchase'),
    tone: 'primary',
    starts: 'vehicles.purchases',
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('category', '车辆类别', 'Category', 'choice', { choices: categories }),
      field('body', '车型', 'Body', 'choice', { choices: bodies }),
      field('power', '动力', 'Power', 'choice', {
        choices: powers,
        help: words('带头使用新能源汽车', 'take the lead in new-energy vehicles'),
      }),
      field('condition', '配备依据', 'Condition', 'choice', { choices: conditions, initial: 'ordinary' }),
      field('displacementL', '排气量', 'Displacement', 'number', { ...optional, unitOfMeasure: 'L' }),
      field('priceFen', '预算价', 'Price', 'money', { help: words('不含车辆购置税', 'without purchase tax') }),
      field('replaces', '更新车辆', 'Replaces', 'pick', {
        ...optional,
        list: 'vehicles.vehicles',
        label: ['plate', 'model'],
        help: words('更新的不占空编，须满使用年限', 'no free slot is needed; its years must be over'),
      }),
      field('paper', '提前更新批准文号', 'Approval of early renewal', 'text', { ...optional, maxLength: 100 }),
      field('why', '理由', 'Why', 'long-text', { maxLength: 300 }),
    ],
  },
  'vehicles.approve-purchase': {
    title: words('批准购置', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: purchase,
    fields: [{ ...opinion, ...optional }],
  },
  'vehicles.refuse-purchase': { title: words('不批准', 'Refuse'), input: purchase, fields: [opinion] },
  'vehicles.transfer-vehicle': {
    title: words('调拨', 'Transfer'),
    input: ({ id, version }) => ({ vehicle: id, version }),
    fields: [
      field('to', '调入单位', 'To', 'unit'),
      field('serves', '服务范围', 'Serves', 'unit', optional),
      field('paper', '批准文号', 'Paper', 'text', { maxLength: 100 }),
    ],
  },
  'vehicles.plan-duty': {
    title: words('排班', 'Plan a duty'),
    input: driverFrom,
    fields: [
      field('kind', '安排', 'What', 'choice', { choices: dutyKinds }),
      field('startsAt', '起', 'From', 'instant'),
      field('endsAt', '止', 'Until', 'instant'),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 200 }),
    ],
  },
  'vehicles.strike-duty': {
    title: words('撤销排班', 'Strike'),
    input: ({ id }) => ({ duty: id }),
    confirm: words('撤销这条排班？', 'Strike this duty?'),
  },
  'vehicles.record-driver-event': {
    title: words('登记违法事故', 'Violation or accident'),
    input: driverFrom,
    fields: [
      field('kind', '种类', 'Kind', 'choice', { choices: eventKinds }),
      field('at', '时间', 'At', 'instant'),
      field('plate', '车牌号', 'Plate', 'text', { ...optional, maxLength: 20 }),
      field('place', '地点', 'Place', 'text', { ...optional, maxLength: 100 }),
      field('points', '记分', 'Points', 'integer', { from: 0, to: 12, initial: 0 }),
      field('what', '情况', 'What', 'long-text', { maxLength: 300 }),
      papersField,
    ],
  },
  'vehicles.plan-service': {
    title: words('设定保养', 'Plan a service'),
    input: vehicleFrom,
    fields: [
      field('item', '项目', 'Item', 'text', { maxLength: 60 }),
      field('everyKm', '间隔里程', 'Every', 'integer', { ...optional, unitOfMeasure: 'km', from: 100 }),
      field('everyMonths', '间隔月数', 'Every months', 'integer', { ...optional, from: 1, to: 120 }),
      field('lastKm', '上次里程', 'Last at', 'integer', { unitOfMeasure: 'km', from: 0 }),
      field('lastDay', '上次日期', 'Last on', 'day'),
    ],
  },
  'vehicles.record-service': {
    title: words('保养完成', 'Done'),
    tone: 'primary',
    input: ({ id }) => ({ service: id }),
    fields: [
      field('odometerKm', '里程表读数', 'Odometer', 'integer', { unitOfMeasure: 'km', from: 0 }),
      field('day', '日期', 'Day', 'day'),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 300 }),
    ],
    initial: (object) => ({ odometerKm: object['odometer_km'] }),
  },
  'vehicles.strike-service': {
    title: words('撤销设定', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ service: id }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 300 })],
  },
  'vehicles.seal-vehicle': {
    title: words('登记封存', 'Seal for a holiday'),
    input: vehicleFrom,
    fields: [
      field('holiday', '节假日', 'Holiday', 'text', { maxLength: 40 }),
      field('fromDay', '起', 'From', 'day'),
      field('toDay', '止', 'To', 'day'),
      field('keysWith', '钥匙保管人', 'Keys with', 'text', { maxLength: 60 }),
      field('place', '停放地点', 'Place', 'text', { ...optional, maxLength: 100 }),
    ],
  },
};
