import { words } from '@opengoa/kernel/words';
import { type Acts, type ActObject, field } from '@opengoa/web-kit/room';
import { wantedGroups, wantedZones, ways } from '../words.zh.ts';

const request = ({ id }: ActObject) => ({ request: id });
const licence = ({ id }: ActObject) => ({ licence: id });
const { exchange, rent, build } = ways;

/** What a request asks; how the unit stands is filled in by the program. */
export const wantedFields = [
  field('purpose', '用途', 'Purpose', 'text', {
    maxLength: 500,
    help: words('如：新设科室 6 人', 'such as a new division of six'),
  }),
  field('people', '人数', 'People', 'integer', { from: 0 }),
  field('needM2', '需要使用面积', 'Usable area needed', 'number', { unitOfMeasure: '㎡', from: 1 }),
  field('group', '房间类别', 'Kind of rooms', 'choice', { choices: wantedGroups, initial: 'office' }),
  field('zone', '保密区域', 'Zone', 'choice', { choices: wantedZones, initial: 'open' }),
  field('wantedBy', '希望时间', 'Wanted by', 'day', { required: false }),
  field('building', '意向房屋', 'Building', 'pick', { list: 'space.buildings', required: false }),
  field('note', '说明', 'Note', 'long-text', { required: false, maxLength: 500 }),
];

/** How the verbs of requests and licences are offered. */
export const requestActs: Acts = {
  'space.ask-for-rooms': {
    title: words('申请用房', 'Ask for premises'),
    tone: 'primary',
    starts: 'space.requests',
    go: '/space/ask',
  },
  'space.approve-request': {
    title: words('同意', 'Approve'),
    tone: 'primary',
    key: 'a',
    input: request,
    fields: [
      field('opinion', '意见', 'Opinion', 'long-text', {
        required: false,
        maxLength: 500,
        phrases: [words('同意', 'Agreed')],
      }),
    ],
  },
  'space.refuse-request': {
    title: words('不同意', 'Refuse'),
    input: request,
    fields: [
      field('opinion', '意见', 'Opinion', 'long-text', {
        maxLength: 500,
        phrases: [words('现有用房可以解决', 'Present rooms suffice')],
      }),
    ],
  },
  'space.send-request-back': {
    title: words('退回', 'Send back'),
    input: request,
    fields: [
      field('opinion', '需要补充之处', 'What is to be mended', 'long-text', {
        maxLength: 500,
        phrases: [words('请写明用途和人数', 'Say the purpose and the people')],
      }),
    ],
  },
  'space.withdraw-request': {
    title: words('撤回', 'Withdraw'),
    tone: 'danger',
    input: request,
    confirm: words('撤回后本申请即结束。', 'This ends the request.'),
  },
  'space.revise-request': {
    title: words('修改后再次申请', 'Revise and ask again'),
    tone: 'primary',
    input: ({ id, version }) => ({ request: id, version }),
    fields: wantedFields,
    initial: (object) => Object.fromEntries(wantedFields.map(({ name }) => [name, object[name]])),
  },
  'space.allot-to-request': {
    title: words('选房配置', 'Choose rooms'),
    tone: 'primary',
    go: '/space/requests/{id}?tab=rooms',
  },
  'space.rule-out-way': {
    title: words('说明不能满足', 'Rule a way out'),
    about: words(
      '按次序说明一种配置方式为什么不能满足，之后才能用下一种。',
      'Say why a way cannot meet the need, in their order; the next may be taken only then.',
    ),
    dialog: () => import('./rule-out-way.tsx'),
  },
  'space.choose-way': {
    title: words('转入置换、租用或建设', 'Provide it otherwise'),
    about: words('前面的方式都已说明不能满足后才能选。', 'Allowed once every way before it was ruled out.'),
    input: request,
    fields: [
      field('way', '方式', 'Way', 'choice', { choices: { exchange, rent, build }, initial: 'exchange' }),
      field('paper', '批准文件', 'By which paper', 'text', { maxLength: 200 }),
      field('said', '说明', 'Note', 'long-text', { required: false, maxLength: 500 }),
    ],
    initial: ({ next }) => ({ way: next === 'adjust' || !next ? 'exchange' : next }),
  },
  'space.decline-request': {
    title: words('不予配置', 'Decline'),
    tone: 'danger',
    input: request,
    fields: [field('reason', '原因', 'Why', 'long-text', { maxLength: 500 })],
  },
  'space.order-vacating': {
    title: words('限期腾退', 'Order to vacate'),
    about: words(
      '整张凭证的房间限期腾退；不填期限时按本地标准的天数。到期前自动提醒使用单位。',
      'All rooms of the licence are to be handed back; without a day, as the standard of the place has it. The unit is reminded before.',
    ),
    input: licence,
    fields: [
      field('by', '腾退期限', 'Vacate by', 'day', { required: false }),
      field('why', '原因', 'Why', 'text', { maxLength: 500, phrases: [words('机构调整', 'Reorganised')] }),
    ],
  },
  'space.take-rooms-back': {
    title: words('收回房间', 'Take rooms back'),
    about: words(
      '房间交回后转为闲置，由房屋管理单位留存。只收回一部分时选房间，不选为全部。',
      'Rooms stand vacant with the keeper afterwards. Choose rooms to take back a part; none chosen means all.',
    ),
    input: licence,
    fields: [
      field('day', '交回日期', 'Handed back on', 'day', { initial: 'today' }),
      field('rooms', '只收回这些房间', 'Only these rooms', 'picks', {
        list: 'space.rooms',
        where: { 'f.state': 'in-use' },
        label: ['building', 'number'],
        required: false,
      }),
      field('note', '说明', 'Note', 'text', { required: false, maxLength: 500 }),
    ],
  },
};
