import { words as pair } from '@opengoa/kernel/words';
import { field, type Acts, type RoomPage } from '@opengoa/web-kit/room';
import type { Words } from '@opengoa/kernel/contract';

/** Pages of what is kept of people: the catalogue, the sealed values, erasures. */
export const personalPages: readonly RoomPage[] = [
  {
    path: '/columns',
    title: pair('数据目录', 'Catalogue of data'),
    needs: 'kernel.columns',
    nav: true,
    load: () => import('./columns.tsx'),
  },
  {
    path: '/personal-values',
    title: pair('个人敏感信息', 'Personal values'),
    needs: 'kernel.personal-values',
    load: () => import('./personal-values.tsx'),
    nav: true,
  },
  {
    path: '/erasures',
    title: pair('个人信息删除', 'Erasures'),
    needs: 'kernel.erasures',
    load: () => import('./erasures.tsx'),
    nav: true,
  },
];

export const personalActs: Acts = {
  'kernel.keep-personal-value': {
    title: pair('登记个人敏感信息', 'Keep a personal value'),
    starts: 'kernel.personal-values',
    about: pair(
      '只登记工作需要的项目。内容加密保存，登记后只显示脱敏形式。',
      'Only what the work needs. It is sealed, and shown masked from then on.',
    ),
    fields: [
      field('person', '人员', 'Person', 'person'),
      field('field', '项目', 'Field', 'choice', {
        choices: {
          phone: pair('电话', 'Telephone'),
          'id-number': pair('公民身份号码', 'Identity number'),
          'licence-number': pair('驾驶证号', 'Driving licence number'),
        },
      }),
      field('value', '内容', 'Value', 'text', { maxLength: 20, sensitive: true }),
    ],
  },
  'kernel.show-full-value': {
    title: pair('查看', 'Show'),
    dialog: () => import('./show-full-value.tsx'),
  },
  'kernel.propose-erasure': {
    title: pair('提出删除', 'Propose an erasure'),
    tone: 'primary',
    starts: 'kernel.erasures',
    about: pair(
      '用于已离岗人员。须由另一名安全管理员确认后执行，不能恢复。',
      'For somebody who has left. Another security administrator confirms it, and it cannot be undone.',
    ),
    fields: [
      field('person', '人员', 'Person', 'person'),
      field('why', '事由', 'Reason', 'long-text', { maxLength: 500 }),
    ],
  },
  'kernel.confirm-erasure': {
    title: pair('确认删除', 'Erase'),
    tone: 'danger',
    input: (row) => ({ erasure: row.id }),
    confirm: pair('该人员的个人信息将永久不可读，不能恢复。', 'The person’s data become unreadable for good.'),
  },
};

export const personalFacts: Readonly<Record<string, Words>> = {
  'personal-value': pair('个人敏感信息', 'Personal value'),
  erasure: pair('个人信息删除', 'Erasure'),
  job: pair('后台任务', 'Job'),
  'kernel.PersonalValueKept': pair('登记个人敏感信息', 'Personal value kept'),
  'kernel.FullValueSeen': pair('查看完整个人信息', 'Full value seen'),
  'kernel.ErasureProposed': pair('提出删除个人信息', 'Erasure proposed'),
  'kernel.PersonErased': pair('个人信息已删除', 'Person erased'),
  'kernel.RetentionRun': pair('到期清除', 'Retention run'),
};
