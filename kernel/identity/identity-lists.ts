import { sql } from '../database/sql.ts';
import { list, type Column } from '../reads/list.ts';

const instant = (zh: string, en: string, more: Partial<Column> = {}): Column => ({
  title: { zh, en },
  kind: 'instant',
  ...more,
});
const text = (zh: string, en: string, more: Partial<Column> = {}): Column => ({
  title: { zh, en },
  kind: 'text',
  ...more,
});

/** 账号: for the officers who open, grant and watch them. */
export const accounts = list('kernel.accounts', {
  title: { zh: '账号', en: 'Accounts' },
  view: 'kernel.account_v1',
  sensitive: true,
  who: ['system-admin', 'security-admin', 'audit-admin'],
  order: 'name',
  opens: '/accounts/{id}',
  moves: (row) => ({
    verbs:
      row['state'] === 'active'
        ? [
            'kernel.disable-account',
            'kernel.start-reset',
            ...(row['second_factor'] ? ['kernel.take-off-second-factor'] : []),
            ...(row['kind'] === 'person' ? [] : ['kernel.create-machine-key']),
            // One that somebody has used is bound by its owner alone.
            ...(row['kind'] === 'person' && row['last_used_at'] === null ? ['kernel.bind-identity'] : []),
          ]
        : ['kernel.enable-account'],
    place: { unit: String(row['unit_id']) },
  }),
  columns: {
    name: text('账号', 'Account', { sort: true, filter: true }),
    person_name: text('姓名', 'Name', { filter: true }),
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: text('单位名称', 'Unit name'),
    kind: {
      title: { zh: '类别', en: 'Kind' },
      kind: 'choice',
      filter: true,
      choices: {
        person: { zh: '人员', en: 'Person' },
        machine: { zh: '系统接口', en: 'Machine' },
        device: { zh: '设备', en: 'Device' },
        job: { zh: '后台任务', en: 'Job' },
      },
    },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: { active: { zh: '启用', en: 'Active' }, disabled: { zh: '停用', en: 'Disabled' } },
    },
    disabled_why: text('停用原因', 'Why disabled'),
    second_factor: { title: { zh: '动态口令', en: 'Second factor' }, kind: 'yes-no', filter: true },
    // The list is where a lock is seen; the person signing in is never told (Appendix D of the checklist).
    locked_until: instant('锁定至', 'Locked until'),
    last_used_at: instant('最近登录', 'Last sign-in', { sort: 'nullable', filter: true }),
    created_at: instant('开立', 'Created', { sort: true }),
    person_id: { title: { zh: '人员', en: 'Person' }, kind: 'person', hidden: true, filter: true },
  },
});

const sessionColumns = {
  account_name: text('账号', 'Account', { filter: true }),
  person_name: text('姓名', 'Name', { filter: true }),
  post_title: text('岗位', 'Post'),
  method: {
    title: { zh: '登录方式', en: 'Signed in by' },
    kind: 'choice',
    choices: { password: { zh: '口令', en: 'Password' }, oidc: { zh: '统一身份', en: 'Provider' } },
  },
  opened_at: instant('登录时间', 'Opened', { sort: true, filter: true }),
  active_at: instant('最近活动', 'Active', { sort: true }),
  factor_at: instant('双因素', 'Second factor'),
  address: text('来自', 'From', { filter: true }),
  agent: text('设备', 'Device'),
} as const satisfies Record<string, Column>;

/** 我的会话: where one is signed in, to end what one does not know (SEC-SE-05). */
export const mySessions = list('kernel.my-sessions', {
  title: { zh: '我的会话', en: 'My sessions' },
  view: 'kernel.session_v1',
  who: ['signed-in'],
  order: '-opened_at',
  only: () => sql`account_id = kernel.account() and ended_at is null`,
  moves: (row) => ({
    verbs: ['kernel.end-session'],
    place: { unit: String(row['unit_id']), person: row['person_id'] as string | null },
  }),
  columns: { ...sessionColumns, person_id: { title: { zh: '人员', en: 'Person' }, kind: 'person', hidden: true } },
});

/** 在线会话: the security administrator may end any. */
export const sessions = list('kernel.sessions', {
  title: { zh: '在线会话', en: 'Sessions' },
  view: 'kernel.session_v1',
  sensitive: true,
  who: ['security-admin'],
  order: '-opened_at',
  only: () => sql`ended_at is null and unit_id in (select kernel.scope_units())`,
  moves: (row) => ({ verbs: ['kernel.end-session'], place: { unit: String(row['unit_id']) } }),
  columns: { ...sessionColumns, unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true } },
});

/** 授权: proposed, in force and ended; the audit administrator sees every one (SEC-TA-04). */
export const grants = list('kernel.grants', {
  title: { zh: '授权', en: 'Rights' },
  view: 'kernel.grant_v1',
  sensitive: true,
  who: ['security-admin', 'audit-admin'],
  order: '-proposed_at',
  only: () => sql`unit_id in (select kernel.scope_units())`,
  moves: (row) => ({
    verbs:
      row['state'] === 'proposed'
        ? ['kernel.confirm-grant', 'kernel.end-grant']
        : row['state'] === 'confirmed'
          ? ['kernel.end-grant']
          : [],
    place: { unit: String(row['unit_id']) },
  }),
  columns: {
    role: text('权限', 'Role', { filter: true, sort: true }),
    unit_id: { title: { zh: '范围', en: 'Where' }, kind: 'unit', filter: true },
    unit_name: text('范围名称', 'Where'),
    below: { title: { zh: '含下级', en: 'And below' }, kind: 'yes-no' },
    post_title: text('授予岗位', 'Post'),
    post_unit_name: text('岗位所在', 'Unit of the post'),
    account_name: text('授予账号', 'Account'),
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: {
        proposed: { zh: '待确认', en: 'Proposed' },
        confirmed: { zh: '生效', en: 'In force' },
        ended: { zh: '已收回', en: 'Ended' },
      },
    },
    granted_by_name: text('提出', 'Proposed by'),
    confirmed_by_name: text('确认', 'Confirmed by'),
    proposed_at: instant('提出时间', 'Proposed', { sort: true }),
    confirmed_at: instant('确认时间', 'Confirmed'),
    valid_from: { title: { zh: '起', en: 'From' }, kind: 'day', sort: true },
    valid_to: { title: { zh: '止', en: 'To' }, kind: 'day' },
    paper: text('依据', 'Paper'),
  },
});

/** 接口密钥 */
export const machineKeys = list('kernel.machine-keys', {
  title: { zh: '接口密钥', en: 'Machine keys' },
  view: 'kernel.machine_key_v1',
  who: ['system-admin', 'security-admin'],
  order: '-created_at',
  moves: (row) => ({
    verbs: row['revoked_at'] === null ? ['kernel.revoke-machine-key'] : [],
    place: { unit: String(row['unit_id']) },
  }),
  columns: {
    title: text('用途', 'Title', { filter: true }),
    account_name: text('账号', 'Account', { filter: true }),
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    scope: text('权限', 'Scope'),
    created_at: instant('生成', 'Created', { sort: true }),
    valid_to: { title: { zh: '失效日', en: 'Until' }, kind: 'day', sort: true },
    revoked_at: instant('吊销', 'Revoked'),
    last_used_at: instant('最近使用', 'Last used'),
  },
});
