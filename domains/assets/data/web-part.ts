import { words } from '@opengoa/kernel/words';
import { field, webPart } from '@opengoa/web-kit/room';
import { dataFactWords, dataLevels, renewals, sharings } from './words.zh.ts';

const optional = { required: false } as const;
const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  );

export const data = webPart({
  group: { zh: '资产台账', en: 'Ledger' },
  pages: [
    {
      path: '/assets/data-assets',
      title: words('数据资产', 'Data assets'),
      needs: 'assets.data-assets',
      nav: true,
      load: () => import('./screens/data-list.tsx'),
    },
  ],
  acts: {
    'assets.describe-data': {
      title: words('登记数据资产', 'Describe data'),
      tone: 'primary',
      starts: 'assets.data-assets',
      fields: [
        field('card', '无形资产卡片', 'Card', 'pick', {
          list: 'assets.cards',
          label: ['number', 'name'],
          where: { 'f.top_class': 'A08' },
        }),
        field('system', '来源系统', 'Comes from', 'text', { maxLength: 100 }),
        field('department', '责任部门', 'Department', 'unit', optional),
        field('steward', '责任人', 'Answers for it', 'person', {
          ...optional,
          help: words('责任部门和责任人至少填一项', 'a department or a person'),
        }),
        field('level', '数据级别', 'Level', 'choice', { choices: dataLevels, initial: 'general' }),
        field('sharing', '共享属性', 'Sharing', 'choice', { choices: sharings, initial: 'conditional' }),
        field('condition', '共享条件或不共享理由', 'Conditions', 'text', {
          ...optional,
          maxLength: 300,
          when: ({ sharing }) => sharing !== 'open',
        }),
        field('renewed', '更新频率', 'Renewed', 'choice', { choices: renewals, initial: 'monthly' }),
        field('records', '记录数', 'Records', 'integer', { ...optional, from: 0 }),
        field('subject', '主题', 'Subject', 'text', { ...optional, maxLength: 100 }),
        field('certificate', '登记证书', 'Certificate', 'text', { ...optional, maxLength: 100 }),
      ],
      initial: ({ card_id, department_id, steward_id, ...row }) =>
        card_id === undefined ? {} : { ...row, card: card_id, department: department_id, steward: steward_id },
      shape: ({
        card,
        system,
        department,
        steward,
        level,
        sharing,
        condition,
        renewed,
        records,
        subject,
        certificate,
      }) =>
        given({
          card,
          system,
          department,
          steward,
          level,
          sharing,
          ...(sharing === 'open' ? {} : { condition }),
          renewed,
          records,
          subject,
          certificate,
        }),
    },
  },
  facts: dataFactWords,
  help: () => import('./help.ts'),
});
