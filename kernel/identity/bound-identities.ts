import { sql } from '../database/sql.ts';
import { list, type Column } from '../reads/list.ts';

const columns = {
  issuer: { title: { zh: '身份来源', en: 'Provider' }, kind: 'text', filter: true },
  subject: { title: { zh: '在该处的账号', en: 'Account there' }, kind: 'text', filter: true },
  linked_at: { title: { zh: '关联时间', en: 'Bound' }, kind: 'instant', sort: true },
} as const satisfies Record<string, Column>;

/** 统一身份关联: who signs in from where, for the administrator who opens accounts. */
export const identities = list('kernel.identities', {
  title: { zh: '统一身份关联', en: 'Bound identities' },
  view: 'kernel.identity_v1',
  sensitive: true,
  who: ['system-admin', 'security-admin'],
  order: '-linked_at',
  only: () => sql`unit_id in (select kernel.scope_units())`,
  moves: (row) => ({ verbs: ['kernel.unbind-identity'], place: { unit: String(row['unit_id']) } }),
  columns: {
    account_name: { title: { zh: '账号', en: 'Account' }, kind: 'text', sort: true, filter: true },
    person_name: { title: { zh: '姓名', en: 'Name' }, kind: 'text', filter: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    ...columns,
  },
});

/** 我的统一身份: where I may come in from, to take off what I do not know. */
export const myIdentities = list('kernel.my-identities', {
  title: { zh: '我的统一身份', en: 'My identities' },
  view: 'kernel.identity_v1',
  who: ['signed-in'],
  order: '-linked_at',
  only: () => sql`account_id = kernel.account()`,
  moves: (row) => ({
    verbs: ['kernel.unbind-identity'],
    place: { unit: String(row['unit_id']), person: row['person_id'] as string | null },
  }),
  columns: { ...columns, person_id: { title: { zh: '人员', en: 'Person' }, kind: 'person', hidden: true } },
});
