import type { Act, ActObject, Field } from '@opengoa/web-kit/room';
import { buildingUses, carriers, changeKinds, meterKinds, meterReads } from '../words.zh.ts';

const words = (zh: string, en: string) => ({ zh, en });
const building = (object: ActObject) => ({ building: object.id });
const meter = (object: ActObject) => ({ meter: object.id });
const why: Field = { name: 'why', title: words('原因', 'Why'), kind: 'long-text', required: true, maxLength: 500 };

const described: readonly Field[] = [
  { name: 'name', title: words('名称', 'Name'), kind: 'text', required: true, maxLength: 100 },
  { name: 'use', title: words('用途', 'Use'), kind: 'choice', choices: buildingUses, initial: 'office' },
  { name: 'areaM2', title: words('建筑面积', 'Floor area'), kind: 'number', unitOfMeasure: '㎡', required: false },
  { name: 'people', title: words('用能人数', 'People'), kind: 'integer', required: false },
];

/** How each verb of the energy room is offered. */
export const energyActs: Readonly<Record<string, Act>> = {
  'energy.register-building': {
    title: words('登记建筑', 'Register a building'),
    tone: 'primary',
    starts: 'energy.buildings',
    fields: [{ name: 'unit', title: words('所属单位', 'Unit'), kind: 'unit', required: true }, ...described],
  },
  'energy.declare-change': {
    title: words('报备用能变化', 'Declare a change'),
    input: building,
    fields: [
      { name: 'day', title: words('自哪天起', 'From'), kind: 'day', required: true },
      { name: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: changeKinds, required: true },
      { name: 'what', title: words('什么变化', 'What'), kind: 'text', required: true, maxLength: 200 },
    ],
  },
  'energy.register-meter': {
    title: words('登记表计', 'Register a meter'),
    tone: 'primary',
    starts: 'energy.meters',
    fields: [
      {
        name: 'building',
        title: words('建筑', 'Building'),
        kind: 'pick',
        list: 'energy.buildings',
        required: true,
      },
      { name: 'name', title: words('名称', 'Name'), kind: 'text', required: true, maxLength: 100 },
      { name: 'carrier', title: words('能源', 'Carrier'), kind: 'choice', choices: carriers, required: true },
      { name: 'kind', title: words('层级', 'Kind'), kind: 'choice', choices: meterKinds, initial: 'main' },
      { name: 'reads', title: words('读法', 'Reads'), kind: 'choice', choices: meterReads, initial: 'register' },
      { name: 'key', title: words('表号', 'Number'), kind: 'text', required: false, maxLength: 80 },
      { name: 'validFrom', title: words('启用', 'In service from'), kind: 'day', required: true },
    ],
  },
  'energy.read-meter': {
    title: words('抄表', 'Read'),
    tone: 'primary',
    input: meter,
    fields: [
      { name: 'value', title: words('表上读数', 'What the meter shows'), kind: 'number', required: true, from: 0 },
    ],
  },
  'energy.correct-reading': {
    title: words('更正读数', 'Correct a reading'),
    input: meter,
    fields: [
      { name: 'at', title: words('时间', 'At'), kind: 'instant', required: true },
      { name: 'value', title: words('正确的值', 'The right value'), kind: 'number', required: true },
      why,
    ],
  },
  'energy.fit-baseline': {
    title: words('建立基线', 'Fit a baseline'),
    input: meter,
    fields: [
      { name: 'from', title: words('学习期自', 'Learn from'), kind: 'day', required: true },
      { name: 'toExclusive', title: words('至(不含)', 'To, exclusive'), kind: 'day', required: true },
    ],
  },
  'energy.question-readings': {
    title: words('核查读数', 'Question readings'),
    input: meter,
    fields: [
      { name: 'from', title: words('自', 'From'), kind: 'day', required: true },
      { name: 'toExclusive', title: words('至(不含)', 'To, exclusive'), kind: 'day', required: true },
    ],
  },
  'energy.decide-doubt': {
    title: words('处理存疑', 'Decide'),
    tone: 'primary',
    input: (object) => ({ doubt: object.id }),
    fields: [
      {
        name: 'outcome',
        title: words('如何处理', 'What to do'),
        kind: 'choice',
        required: true,
        choices: {
          counted: words('读数无误,计入合计', 'Right: count it'),
          'left-out': words('读数有误,不计入', 'Wrong: leave it out'),
        },
      },
      why,
    ],
  },
};
