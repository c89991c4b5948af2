import { words } from '@opengoa/kernel/words';
import { field, webPart } from '@opengoa/web-kit/room';
import { emergencyFactWords } from './words.zh.ts';

const optional = { required: false } as const;
const why = field('why', '原因', 'Why', 'text', { maxLength: 200 });

export const emergency = webPart({
  group: { zh: '公物仓', en: 'Warehouse' },
  pages: [
    {
      path: '/assets/emergencies',
      title: words('应急状态', 'Emergencies'),
      needs: 'assets.emergencies',
      nav: true,
      load: () => import('./screens/emergency-list.tsx'),
    },
    {
      path: '/assets/callable',
      title: words('可调用物资', 'What may be called'),
      needs: 'assets.callable',
      nav: true,
      load: () => import('./screens/callable-list.tsx'),
    },
    {
      path: '/assets/emergency-calls',
      title: words('应急调用单', 'Calls'),
      needs: 'assets.emergency-calls',
      nav: true,
      load: () => import('./screens/call-list.tsx'),
    },
    {
      path: '/assets/call-rights',
      title: words('应急调用权限', 'Rights to call'),
      needs: 'assets.call-rights',
      nav: true,
      load: () => import('./screens/right-list.tsx'),
    },
  ],
  acts: {
    'assets.keep-call-right': {
      title: words('设定调用权限', 'Keep a right to call'),
      tone: 'primary',
      starts: 'assets.call-rights',
      fields: [
        field('store', '公物仓', 'Store', 'pick', {
          list: 'assets.stores',
          label: ['name'],
          where: { 'f.state': 'open' },
        }),
        field('caller', '可调用单位', 'May call', 'unit', {
          help: words('含其下级单位', 'with the units below it'),
        }),
        field('class', '分类代码', 'Class', 'text', {
          ...optional,
          maxLength: 9,
          help: words('如 A0206；不填为全部物资', 'as A0206; left out: all that lies there'),
        }),
        field('most', '一次最多', 'At most', 'integer', { ...optional, from: 1 }),
        field('document', '依据（预案、文件）', 'Paper', 'text', { ...optional, maxLength: 200 }),
        field('contact', '仓库联系方式', 'Contact', 'text', { ...optional, maxLength: 100 }),
      ],
    },
    'assets.end-call-right': {
      title: words('停止权限', 'End the right'),
      tone: 'danger',
      input: ({ id, version }) => ({ right: id, version }),
      fields: [why],
    },
    'assets.declare-emergency': {
      title: words('转入应急状态', 'Declare an emergency'),
      tone: 'primary',
      starts: 'assets.emergencies',
      about: words(
        '所选单位及其下级的公物仓，从此可由有权限的单位直接调用；预约让路。没有转回平时的，到规定天数自动失效。',
        'Stores at and below the unit may be called from at once; reservations give way. After its days it is over by itself.',
      ),
      fields: [
        field('unit', '范围（本级及以下）', 'Over', 'unit'),
        field('name', '事由', 'Name', 'text', { maxLength: 100 }),
        field('document', '依据文件', 'Paper', 'text', { maxLength: 200 }),
      ],
    },
    'assets.end-emergency': {
      title: words('转回平时', 'End the emergency'),
      input: ({ id, version }) => ({ emergency: id, version }),
      fields: [field('said', '说明', 'Said', 'text', { ...optional, maxLength: 500 })],
    },
    'assets.call-stock': {
      title: words('应急调用', 'Call'),
      tone: 'primary',
      input: ({ offer_id, unit_id }) => ({ offer: offer_id, unit: unit_id }),
      fields: [
        field('emergency', '事由', 'Emergency', 'pick', {
          list: 'assets.emergencies',
          label: ['name'],
          where: { 'f.state': 'open' },
        }),
        field('quantity', '数量', 'Quantity', 'integer', { initial: 1, from: 1 }),
        field('place', '送到', 'To', 'text', { maxLength: 200 }),
        field('contact', '联系人', 'Contact', 'text', { ...optional, maxLength: 100 }),
        field('dueDay', '预计归还', 'Due', 'day'),
      ],
    },
    'assets.hand-out-call': {
      title: words('应急出库', 'Hand out'),
      tone: 'primary',
      input: ({ call_id, id, version }) => ({ call: call_id ?? id, version }),
      confirm: words('物资交给调用单位，并登记为借用？', 'Hand it to whoever called, as a loan?'),
    },
    'assets.cancel-call': {
      title: words('取消调用', 'Cancel the call'),
      input: ({ call_id, id, version }) => ({ call: call_id ?? id, version }),
      fields: [why],
    },
  },
  facts: {
    ...emergencyFactWords,
    'assets.emergency': words('应急状态', 'Emergency'),
    'assets.call-right': words('应急调用权限', 'Right to call'),
    'assets.emergency-call': words('应急调用', 'Call'),
  },
  opens: {
    'assets.emergency': '/assets/emergencies',
    'assets.call-right': '/assets/call-rights',
    'assets.emergency-call': '/assets/emergency-calls',
  },
  help: () => import('./help.ts'),
});
