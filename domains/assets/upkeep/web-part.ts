import { words } from '@opengoa/kernel/words';
import { type ActObject, field, webPart } from '@opengoa/web-kit/room';
import { upkeepFactWords, upkeepOutcomes } from './words.zh.ts';

const optional = { required: false } as const;
const what = field('what', '维护内容', 'What', 'text', { maxLength: 200 });
const vendor = field('vendor', '维护单位', 'By', 'text', { ...optional, maxLength: 100 });
const thing = field('card', '资产', 'Thing', 'pick', { list: 'assets.cards', label: ['number', 'name'] });
/** The card's own page, a row of the plans, or nothing yet. */
const cardOf = ({ id, card_id }: ActObject) => card_id ?? id;

export const upkeep = webPart({
  group: { zh: '资产台账', en: 'Ledger' },
  pages: [
    {
      path: '/assets/upkeep-plans',
      title: words('维护计划', 'Upkeep'),
      needs: 'assets.upkeep-plans',
      nav: true,
      load: () => import('./screens/plan-list.tsx'),
    },
    {
      path: '/assets/upkeep-orders',
      title: words('维护工单', 'Orders of upkeep'),
      needs: 'assets.upkeep-orders',
      nav: true,
      load: () => import('./screens/order-list.tsx'),
    },
  ],
  acts: {
    'assets.plan-upkeep': {
      title: words('制定维护计划', 'Plan upkeep'),
      tone: 'primary',
      starts: 'assets.upkeep-plans',
      fields: [
        thing,
        what,
        field('everyMonths', '周期', 'Every', 'integer', { from: 1, to: 120, initial: 12, unitOfMeasure: '月' }),
        field('nextDue', '下次日期', 'Next', 'day'),
        vendor,
      ],
    },
    'assets.end-upkeep': {
      title: words('停止计划', 'End the plan'),
      tone: 'danger',
      input: ({ id, version }) => ({ plan: id, version }),
      fields: [field('why', '原因', 'Why', 'text', { maxLength: 200 })],
    },
    'assets.order-upkeep': {
      title: words('开维护工单', 'Order upkeep'),
      starts: 'assets.upkeep-orders',
      // From a row of the plans that plan; from the page of a fault report the report goes with it.
      input: ({ id, card_id, report }) => ({
        ...(card_id === undefined ? {} : { plan: id }),
        ...(typeof report === 'string' ? { report } : {}),
      }),
      initial: (row) => ({
        card: cardOf(row),
        what: row['what'] ?? row['said'],
        vendor: row['vendor'],
        dueDay: row['next_due'],
      }),
      fields: [thing, what, field('dueDay', '要求完成日期', 'Due', 'day'), vendor],
    },
    'assets.finish-upkeep': {
      title: words('完成', 'Done'),
      tone: 'primary',
      input: ({ id, version }) => ({ order: id, version }),
      fields: [
        field('outcome', '结果', 'Outcome', 'choice', { choices: upkeepOutcomes, initial: 'good' }),
        field('found', '情况', 'Found', 'long-text', { ...optional, maxLength: 500 }),
        field('costFen', '费用', 'Cost', 'money', { ...optional, initial: 0 }),
      ],
    },
    'assets.cancel-upkeep': {
      title: words('取消工单', 'Cancel'),
      tone: 'danger',
      input: ({ id, version }) => ({ order: id, version }),
      fields: [field('why', '原因', 'Why', 'text', { maxLength: 200 })],
    },
  },
  facts: {
    ...upkeepFactWords,
    'assets.upkeep-plan': words('维护计划', 'Plan of upkeep'),
    'assets.upkeep-order': words('维护工单', 'Order of upkeep'),
  },
  opens: { 'assets.upkeep-plan': '/assets/upkeep-plans', 'assets.upkeep-order': '/assets/upkeep-orders' },
  help: () => import('./help.ts'),
});
