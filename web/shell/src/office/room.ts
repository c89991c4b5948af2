import { webRoom, type Field } from '@opengoa/web-kit/room';
import type { Words } from '@opengoa/kernel/contract';

const pair = (zh: string, en: string): Words => ({ zh, en });
const why: Field = { name: 'why', title: pair('理由', 'Reason'), kind: 'long-text', maxLength: 500 };

/** Roles as officers read them; a role a room adds is shown by its own word. */
export const roleWords: Readonly<Record<string, Words>> = {
  staff: pair('工作人员', 'Staff'),
  clerk: pair('经办', 'Clerk'),
  head: pair('处室负责人', 'Head'),
  leader: pair('局领导', 'Leader'),
  dispatcher: pair('车辆调度', 'Dispatcher'),
  driver: pair('驾驶员', 'Driver'),
  'fleet-clerk': pair('车辆管理', 'Fleet clerk'),
  'energy-clerk': pair('能源管理', 'Energy clerk'),
  'risk-officer': pair('风险管理', 'Risk officer'),
  superior: pair('上级监管', 'Superior'),
  'system-admin': pair('系统管理员', 'System administrator'),
  'security-admin': pair('安全管理员', 'Security administrator'),
  'audit-admin': pair('审计管理员', 'Audit administrator'),
};

/** The three officers' rooms: accounts, rights, sessions, keys, the Record, standards. */
export const officeRoom = webRoom({
  name: 'office',
  title: { zh: '系统与安全', en: 'System and security' },
  icon: 'key',
  order: 900,
  pages: [
    {
      path: '/accounts',
      title: pair('账号', 'Accounts'),
      needs: 'kernel.accounts',
      nav: true,
      load: () => import('./accounts.tsx'),
    },
    {
      path: '/grants',
      title: pair('授权', 'Rights'),
      needs: 'kernel.grants',
      nav: true,
      load: () => import('./grants.tsx'),
    },
    {
      path: '/sessions',
      title: pair('在线会话', 'Sessions'),
      needs: 'kernel.sessions',
      nav: true,
      load: () => import('./sessions.tsx'),
    },
    {
      path: '/keys',
      title: pair('接口密钥', 'Machine keys'),
      needs: 'kernel.machine-keys',
      nav: true,
      load: () => import('./keys.tsx'),
    },
    {
      path: '/audit/facts',
      title: pair('操作记录', 'The Record'),
      needs: 'kernel.facts',
      nav: true,
      load: () => import('../audit/record.tsx'),
    },
  ],
  acts: {
    'kernel.create-account': {
      title: pair('开立账号', 'Create an account'),
      tone: 'primary',
      starts: 'kernel.accounts',
      dialog: () => import('./create-account.tsx'),
    },
    'kernel.start-reset': {
      title: pair('发起口令重置', 'Reset the password'),
      dialog: () => import('./start-reset.tsx'),
    },
    'kernel.disable-account': {
      title: pair('停用', 'Disable'),
      tone: 'danger',
      about: pair(
        '停用后不能登录，现有会话立即结束。历史记录不受影响。',
        'No sign-in afterwards; open sessions end at once. History stays.',
      ),
      input: (row) => ({ account: row.id }),
      fields: [why],
    },
    'kernel.enable-account': {
      title: pair('启用', 'Enable'),
      input: (row) => ({ account: row.id }),
      confirm: pair('启用后可以再次登录。', 'They can sign in again.'),
    },
    'kernel.take-off-second-factor': {
      title: pair('解除动态口令', 'Take off the second factor'),
      tone: 'danger',
      about: pair('仅用于设备遗失。下次登录须重新绑定。', 'For a lost device. They enrol anew at the next sign-in.'),
      input: (row) => ({ account: row.id }),
      fields: [why],
    },
    'kernel.create-machine-key': {
      title: pair('生成接口密钥', 'Create a key'),
      dialog: () => import('./create-key.tsx'),
    },
    'kernel.revoke-machine-key': {
      title: pair('吊销', 'Revoke'),
      tone: 'danger',
      input: (row) => ({ key: row.id }),
      confirm: pair('吊销后立即失效，不能恢复。', 'It stops working at once and for good.'),
    },
    'kernel.end-session': {
      title: pair('结束会话', 'End the session'),
      tone: 'danger',
      input: (row) => ({ session: row.id }),
      confirm: pair('该设备需要重新登录。', 'That device has to sign in again.'),
    },
    'kernel.grant-right': {
      title: pair('提出授权', 'Propose a right'),
      tone: 'primary',
      starts: 'kernel.grants',
      about: pair('授权由一人提出、另一人确认后生效。', 'One proposes, another confirms; then it is in force.'),
      fields: [
        { name: 'role', title: pair('权限', 'Role'), kind: 'choice', choices: roleWords },
        { name: 'unit', title: pair('范围', 'Where'), kind: 'unit' },
        { name: 'below', title: pair('含下级单位', 'And the units below'), kind: 'yes-no' },
        {
          name: 'post',
          title: pair('授予岗位', 'To the holders of a post'),
          kind: 'pick',
          list: 'kernel.posts',
          label: ['unit_name', 'title'],
        },
        { name: 'from', title: pair('起', 'From'), kind: 'day' },
        {
          name: 'to',
          title: pair('止', 'Until'),
          kind: 'day',
          required: false,
          help: pair('到这一天起不再有效；长期有效可不填。', 'First day on which it no longer holds.'),
        },
        { name: 'paper', title: pair('依据', 'Paper'), kind: 'text', required: false, maxLength: 500 },
      ],
    },
    'kernel.confirm-grant': {
      title: pair('确认授权', 'Confirm'),
      tone: 'primary',
      key: 'a',
      input: (row) => ({ grant: row.id }),
      confirm: pair('确认后立即生效，并记入操作记录。', 'It is in force at once and goes into the Record.'),
    },
    'kernel.end-grant': {
      title: pair('收回', 'End'),
      tone: 'danger',
      input: (row) => ({ grant: row.id }),
      fields: [why],
    },
  },
  opens: { account: '/accounts' },
  facts: {
    'kernel.AccountCreated': pair('开立账号', 'Account created'),
    'kernel.AccountDisabled': pair('停用账号', 'Account disabled'),
    'kernel.AccountEnabled': pair('启用账号', 'Account enabled'),
    'kernel.SignedIn': pair('登录', 'Signed in'),
    'kernel.SignInFailed': pair('登录失败', 'Sign-in failed'),
    'kernel.PasswordChanged': pair('更改口令', 'Password changed'),
    'kernel.ResetStarted': pair('发起口令重置', 'Reset started'),
    'kernel.SecondFactorEnrolled': pair('绑定动态口令', 'Second factor enrolled'),
    'kernel.SecondFactorTakenOff': pair('解除动态口令', 'Second factor taken off'),
    'kernel.SessionEnded': pair('结束会话', 'Session ended'),
    'kernel.PostSwitched': pair('切换岗位', 'Post switched'),
    'kernel.MachineKeyCreated': pair('生成接口密钥', 'Machine key created'),
    'kernel.MachineKeyRevoked': pair('吊销接口密钥', 'Machine key revoked'),
    'kernel.RightProposed': pair('提出授权', 'Right proposed'),
    'kernel.RightConfirmed': pair('授权生效', 'Right confirmed'),
    'kernel.RightEnded': pair('收回授权', 'Right ended'),
    'kernel.CaseOpened': pair('提交审批', 'Case opened'),
    'kernel.CaseMoved': pair('审批流转', 'Case moved'),
    'kernel.TaskRaised': pair('交办', 'Task raised'),
    'kernel.TaskEnded': pair('办结', 'Task ended'),
  },
});
