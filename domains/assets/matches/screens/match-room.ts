import { words } from '@opengoa/kernel/words';
import { type Acts, type ActObject, type DoorName, field, type RoomPage } from '@opengoa/web-kit/room';
import { conditions } from '../../warehouse/words.zh.ts';
import { refusalReasons } from '../words.zh.ts';

const optional = { required: false } as const;
const page = (path: string, zh: string, en: string, needs: DoorName, load: RoomPage['load'], nav = true): RoomPage => ({
  path,
  title: words(zh, en),
  needs,
  ...(nav ? { nav } : {}),
  load,
});

export const matchPages: readonly RoomPage[] = [
  page('/assets/demands', '需求台账', 'Demands', 'assets.demands', () => import('./demand-list.tsx')),
  page('/assets/needs', '全系统需求', 'What is needed', 'assets.needs', () => import('./needs-list.tsx')),
  page('/assets/matches', '匹配办理', 'Matches', 'assets.matches', () => import('./match-list.tsx')),
  page('/assets/pool-plans', '全系统撮合', 'Plans', 'assets.pool-plans', () => import('./plan-list.tsx')),
  page('/assets/demands/{id}', '需求', 'Demand', 'assets.demand', () => import('./demand-page.tsx'), false),
  page('/assets/matches/{id}', '匹配', 'Match', 'assets.match', () => import('./match-page.tsx'), false),
  page('/assets/pool-plans/{id}', '撮合方案', 'Plan', 'assets.pool-plan', () => import('./plan-page.tsx'), false),
];

const worst = Object.fromEntries(Object.entries(conditions).filter(([code]) => code !== 'unusable'));
const opinion = field('opinion', '意见', 'Opinion', 'long-text', {
  ...optional,
  maxLength: 500,
  phrases: [words('同意', 'Agreed')],
});
const match = ({ id, match_id }: ActObject) => ({ match: match_id ?? id });
const pair = ({ demand, offer, side }: ActObject) => ({ demand, offer, ...(side === undefined ? {} : { side }) });

export const matchActs: Acts = {
  'assets.raise-demand': {
    title: words('提出需求', 'Raise a demand'),
    tone: 'primary',
    starts: 'assets.demands',
    about: words('先看全系统有没有闲置的，再考虑新购。', 'What lies idle in the tree comes before what is bought.'),
    fields: [
      field('unit', '单位', 'Unit', 'unit'),
      field('name', '需要什么', 'What', 'text', { maxLength: 200 }),
      field('class', '分类代码', 'Class', 'text', {
        maxLength: 9,
        help: words('GB/T 14885，如会议桌 A05010202', 'GB/T 14885, such as A05010202'),
      }),
      field('item', '功能用途', 'Function', 'text', { ...optional, maxLength: 100 }),
      field('quantity', '数量', 'Quantity', 'integer', { from: 1, initial: 1 }),
      field('needBy', '需要日期', 'Needed by', 'day'),
      field('until', '用到', 'Until', 'day', { ...optional, help: words('长期需要不填', 'left out: for good') }),
      field('newPriceFen', '估计新购单价', 'Price of one new', 'money'),
      field('urgent', '急需', 'Urgent', 'yes-no', { ...optional, initial: false }),
      field('mayBorrow', '借用也可以', 'A loan would do', 'yes-no', { ...optional, initial: true }),
      field('worstCondition', '最低成色', 'Worst condition', 'choice', { choices: worst, initial: 'worn' }),
      field('place', '地点', 'Where', 'text', { ...optional, maxLength: 200 }),
      field('longitude', '经度', 'Longitude', 'number', {
        ...optional,
        help: words('不填按本单位办公楼', 'left out: the unit’s building'),
      }),
      field('latitude', '纬度', 'Latitude', 'number', optional),
      field('purpose', '用途', 'For', 'text', { ...optional, maxLength: 500 }),
    ],
  },
  'assets.withdraw-demand': {
    title: words('撤回需求', 'Withdraw'),
    tone: 'danger',
    input: ({ id, version }) => ({ demand: id, version }),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 500 })],
  },
  'assets.accept-match': {
    title: words('采用', 'Take it up'),
    tone: 'primary',
    about: words('提交后由调出单位负责人审批。', 'The head of the giver is asked next.'),
    input: ({ demand, offer }) => ({ demand, offer }),
    initial: ({ quantity }) => ({ quantity }),
    fields: [field('quantity', '数量', 'Quantity', 'integer', { from: 1 })],
  },
  'assets.refuse-match': {
    title: words('不采用', 'Refuse'),
    input: pair,
    fields: [
      field('reason', '原因', 'Why', 'choice', { choices: refusalReasons }),
      field('said', '说明', 'Said', 'text', {
        ...optional,
        maxLength: 300,
        help: words('选“其他”时必填', 'needed for “other”'),
      }),
    ],
  },
  'assets.approve-match': {
    title: words('同意调出', 'Agree'),
    tone: 'primary',
    key: 'a',
    input: match,
    fields: [opinion],
  },
  'assets.decline-match': {
    title: words('不同意', 'Decline'),
    tone: 'danger',
    input: match,
    fields: [field('opinion', '原因', 'Why', 'long-text', { maxLength: 500 })],
  },
  'assets.follow-refusal': {
    title: words('跟进', 'Follow up'),
    input: ({ id, match_id, version }) => ({ match: match_id ?? id, version }),
    fields: [field('said', '跟进结果', 'What came of it', 'text', { maxLength: 500 })],
  },
  'assets.plan-matches': {
    title: words('开始全系统撮合', 'Plan for the whole tree'),
    tone: 'primary',
    starts: 'assets.pool-plans',
    about: words(
      '计算在后台进行，可随时停止；先满足急需，再求各单位公平，再求最省。',
      'It is reckoned in the background and may be stopped: urgent first, then fair, then cheapest.',
    ),
    fields: [field('unit', '范围（本单位及下级）', 'Below the unit', 'unit')],
  },
  'assets.cancel-plan': {
    title: words('停止', 'Stop'),
    tone: 'danger',
    input: ({ id }) => ({ plan: id }),
    confirm: words('停止这个撮合方案？', 'Stop this plan?'),
  },
  'assets.accept-plan': {
    title: words('采纳', 'Accept'),
    tone: 'primary',
    input: ({ id, version, plan_id, plan_version }) =>
      plan_id === undefined ? { plan: id, version } : { plan: plan_id, version: plan_version, lines: [id] },
    confirm: words('采纳后逐笔送调出单位审批。', 'Each line is then put to its giver.'),
  },
};
