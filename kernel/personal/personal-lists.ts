import { list } from '../reads/list.ts';
import { maskingTable, sealedFields, unmaskers } from './masking.ts';

const fields = Object.fromEntries(sealedFields.map((field) => [field, maskingTable[field].title]));

/** 个人敏感信息: masked for everybody; nothing else is in the view. One's own, and those of the people one's right covers. */
export const personalValues = list('kernel.personal-values', {
  title: { zh: '个人敏感信息', en: 'Personal values' },
  view: 'kernel.personal_value_v1',
  sensitive: true,
  who: ['self', ...unmaskers],
  order: '-kept_at',
  moves: (row) => ({
    verbs: ['kernel.show-full-value'],
    place: { unit: String(row['unit_id']), person: row['person_id'] as string | null },
  }),
  columns: {
    person_name: { title: { zh: '姓名', en: 'Name' }, kind: 'text', filter: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text' },
    field: { title: { zh: '项目', en: 'Field' }, kind: 'choice', always: true, filter: true, choices: fields },
    shown: { title: { zh: '内容（已脱敏）', en: 'Value (masked)' }, kind: 'text', always: true },
    kept_at: { title: { zh: '登记时间', en: 'Kept' }, kind: 'instant', sort: true, filter: true },
    person_id: { title: { zh: '人员', en: 'Person' }, kind: 'person', hidden: true, filter: true },
  },
});

/** 个人信息删除: proposed and done. */
export const erasures = list('kernel.erasures', {
  title: { zh: '个人信息删除', en: 'Erasures' },
  view: 'kernel.erasure_v1',
  sensitive: true,
  who: ['security-admin', 'audit-admin'],
  order: '-proposed_at',
  moves: (row) => ({
    verbs: row['state'] === 'proposed' ? ['kernel.confirm-erasure'] : [],
    place: { unit: String(row['unit_id']) },
  }),
  columns: {
    person_name: { title: { zh: '姓名', en: 'Name' }, kind: 'text' },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text' },
    why: { title: { zh: '事由', en: 'Reason' }, kind: 'text' },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      always: true,
      filter: true,
      choices: { proposed: { zh: '待第二人确认', en: 'Proposed' }, erased: { zh: '已删除', en: 'Erased' } },
    },
    proposed_at: { title: { zh: '提出', en: 'Proposed' }, kind: 'instant', sort: true },
    confirmed_at: { title: { zh: '确认', en: 'Confirmed' }, kind: 'instant', sort: 'nullable' },
  },
});
