import { list } from '../reads/list.ts';

/** 操作记录: the Record as the audit officer searches it. Order is that of the keys, which is that of time. */
export const facts = list('kernel.facts', {
  title: { zh: '操作记录', en: 'The Record' },
  view: 'kernel.fact_v1',
  sensitive: true,
  who: ['audit-admin'],
  order: '-id',
  opens: '/audit/facts/{id}',
  columns: {
    seq: { title: { zh: '封存号', en: 'Sealed as' }, kind: 'integer' },
    happened_at: { title: { zh: '时间', en: 'When' }, kind: 'instant', filter: true },
    person_name: { title: { zh: '何人', en: 'Who' }, kind: 'text', filter: true },
    post_title: { title: { zh: '时任岗位', en: 'Post then' }, kind: 'text' },
    type: { title: { zh: '事实', en: 'Fact' }, kind: 'text', filter: true },
    object_kind: { title: { zh: '对象', en: 'Object' }, kind: 'text', filter: true },
    outcome: {
      title: { zh: '结果', en: 'Outcome' },
      kind: 'choice',
      filter: true,
      choices: { done: { zh: '完成', en: 'Done' }, refused: { zh: '被拒绝', en: 'Refused' } },
    },
    refusal: { title: { zh: '拒绝原因', en: 'Refusal' }, kind: 'text', filter: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    stand_in_for: { title: { zh: '代', en: 'For' }, kind: 'person' },
    verb: { title: { zh: '动作', en: 'Verb' }, kind: 'text', filter: true },
    object_id: { title: { zh: '对象编号', en: 'Object id' }, kind: 'id', filter: true },
    address: { title: { zh: '来自', en: 'From' }, kind: 'text' },
    request_id: { title: { zh: '请求', en: 'Request' }, kind: 'id', filter: true, hidden: true },
    cause_id: { title: { zh: '起因', en: 'Cause' }, kind: 'id', hidden: true },
  },
});
