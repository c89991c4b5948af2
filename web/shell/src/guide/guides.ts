import { words as pair } from '@opengoa/kernel/words';
import type { Guide, GuideStep } from '@opengoa/web-kit/room';
import { roomsNow } from '@opengoa/web-kit/room';

/** The first task of each role, in three to five steps. */
export const guides: readonly Guide[] = [
  {
    key: 'driver',
    title: pair('驾驶员上手', 'First drive'),
    roles: ['driver'],
    steps: [
      {
        key: 'see',
        title: pair('看今天的出车任务', 'See what to drive today'),
        go: '/vehicles/drive',
        done: { page: '/vehicles/drive' },
      },
      {
        key: 'depart',
        title: pair('填里程表，按“出车”', 'Enter the odometer, press Depart'),
        go: '/vehicles/drive',
        control: pair('出车', 'Depart'),
        done: { verb: 'vehicles.depart-trip' },
      },
      {
        key: 'return',
        title: pair(
          '回来后填里程表，按“返回”；没有网络也可以按',
          'Back again: odometer, Return; also without a network',
        ),
        go: '/vehicles/drive',
        control: pair('返回', 'Return'),
        done: { verb: 'vehicles.return-trip' },
      },
      {
        key: 'scan',
        title: pair('扫车上的标签，打开这辆车', 'Scan the label in the vehicle'),
        go: '/scan',
        control: pair('打开摄像头', 'Open the camera'),
        done: { page: '/scan' },
      },
    ],
  },
  {
    key: 'dispatcher',
    title: pair('调度员上手', 'First dispatch'),
    roles: ['dispatcher'],
    steps: [
      {
        key: 'board',
        title: pair('打开派车板，看待派的用车', 'Open the board'),
        go: '/vehicles/board',
        done: { page: '/vehicles/board' },
      },
      {
        key: 'dispatch',
        title: pair('选一件，从建议里派车和驾驶员', 'Choose one, take a proposal'),
        go: '/vehicles/board',
        done: { verb: 'vehicles.dispatch-trip' },
      },
      {
        key: 'roster',
        title: pair('看驾驶员排班', 'See the roster'),
        go: '/vehicles/roster',
        done: { page: '/vehicles/roster' },
      },
    ],
  },
  {
    key: 'energy-clerk',
    title: pair('能源管理上手', 'First readings'),
    roles: ['energy-clerk'],
    steps: [
      {
        key: 'meters',
        title: pair('查看表计台账', 'See the meters'),
        go: '/energy/meters',
        done: { page: '/energy/meters' },
      },
      {
        key: 'read',
        title: pair('抄一块表，可以拍照', 'Read one meter, with a photo'),
        go: '/energy/read',
        done: { verb: 'energy.read-meter' },
      },
      {
        key: 'doubts',
        title: pair('看存疑读数', 'See readings in doubt'),
        go: '/energy/doubts',
        done: { page: '/energy/doubts' },
      },
      {
        key: 'labels',
        title: pair('给表计打印标签', 'Print labels for meters'),
        go: '/labels',
        control: pair('打印', 'Print'),
        done: { verb: 'kernel.make-labels' },
      },
    ],
  },
  {
    key: 'approver',
    title: pair('审批人上手', 'First decision'),
    roles: ['head', 'leader'],
    steps: [
      {
        key: 'desk',
        title: pair('打开我的待办：右侧是办件全貌', 'Open the desk: the whole case stands on the right'),
        go: '/',
        control: pair('待办', 'Waiting'),
        done: { page: '/' },
      },
      {
        key: 'approve',
        title: pair('同意一件（按 a 也行），自动到下一件', 'Approve one (a does it too); the next slides in'),
        go: '/',
        control: pair('同意', 'Approve'),
        done: { verb: 'vehicles.approve-trip' },
      },
      {
        key: 'done',
        title: pair('在“已办”里找回办过的', 'Find it again under Done'),
        go: '/?box=done',
        control: pair('已办', 'Done'),
        done: { page: '/?box=done' },
      },
      {
        key: 'desk-phone',
        title: pair('登记本单位的服务电话，出错页上会显示', 'Keep your unit’s service number: error pages show it'),
        go: '/organisation',
        control: pair('登记服务电话', 'Keep the service desk'),
        done: { verb: 'kernel.keep-service-desk' },
      },
    ],
  },
  {
    key: 'system-admin',
    title: pair('系统管理员上手', 'System officer'),
    roles: ['system-admin'],
    steps: [
      {
        key: 'units',
        title: pair('核对机构和岗位', 'Check units and posts'),
        go: '/organisation',
        done: { page: '/organisation' },
      },
      {
        key: 'account',
        title: pair('为一位同事开立账号', 'Open an account'),
        go: '/accounts',
        control: pair('开立账号', 'Open an account'),
        done: { verb: 'kernel.create-account' },
      },
      {
        key: 'phone',
        title: pair('登记服务电话', 'Keep the service desk'),
        go: '/organisation',
        control: pair('登记服务电话', 'Keep the service desk'),
        done: { verb: 'kernel.keep-service-desk' },
      },
    ],
  },
  {
    key: 'security-admin',
    title: pair('安全管理员上手', 'Security officer'),
    roles: ['security-admin'],
    steps: [
      { key: 'grants', title: pair('看现有授权', 'See the rights'), go: '/grants', done: { page: '/grants' } },
      {
        key: 'confirm',
        title: pair('确认一项他人提出的授权', 'Confirm a right somebody proposed'),
        go: '/grants',
        control: pair('确认', 'Confirm'),
        done: { verb: 'kernel.confirm-grant' },
      },
      {
        key: 'sessions',
        title: pair('看谁在线登录，必要时结束会话', 'See sessions; end one if you must'),
        go: '/sessions',
        done: { page: '/sessions' },
      },
    ],
  },
  {
    key: 'audit-admin',
    title: pair('审计管理员上手', 'Audit officer'),
    roles: ['audit-admin'],
    steps: [
      {
        key: 'record',
        title: pair('打开操作记录，按人或对象筛选', 'Open the Record, filter it'),
        go: '/record',
        done: { page: '/record' },
      },
      {
        key: 'verify',
        title: pair('按“验证”，核对全部封存', 'Press Verify'),
        go: '/record',
        control: pair('验证', 'Verify'),
        done: { verb: 'kernel.verify-record' },
      },
      {
        key: 'grants',
        title: pair('核查授权是否两人经手', 'Check that rights took two people'),
        go: '/grants',
        done: { page: '/grants' },
      },
    ],
  },
  {
    key: 'colleague',
    title: pair('第一次用车', 'First trip'),
    roles: ['staff'],
    steps: [
      {
        key: 'ask',
        title: pair('填用车申请，每一项自动保存', 'Ask for a vehicle; every field is kept'),
        go: '/vehicles/ask',
        control: pair('提交', 'Submit'),
        done: { verb: 'vehicles.request-trip' },
      },
      {
        key: 'follow',
        title: pair('在“我发起”里看在谁手里、什么时限', 'See under Started who holds it'),
        go: '/?box=started',
        control: pair('我发起', 'Started'),
        done: { page: '/?box=started' },
      },
      {
        key: 'rate',
        title: pair('用完后评价一次', 'Rate it afterwards'),
        go: '/vehicles/trips',
        control: pair('评价', 'Rate'),
        done: { verb: 'vehicles.rate-trip' },
      },
    ],
  },
];

/** Guides of somebody's roles, the more particular first. */
export const guidesFor = (roles: readonly string[]): readonly Guide[] =>
  [...roomsNow().flatMap((room) => room.guides ?? []), ...guides].filter((guide) =>
    guide.roles.some((role) => roles.includes(role)),
  );

/** What a person has done of the steps: kept for them alone, as names of steps. */
export interface GuideKept {
  readonly done?: readonly string[];
  readonly away?: readonly string[];
}

export const stepName = (guide: Guide, step: GuideStep): string => `${guide.key}.${step.key}`;

/** Steps ticked by what just happened: a verb done, or a page stood on. */
export const tickedBy = (
  mine: readonly Guide[],
  happened: { readonly verb: string } | { readonly page: string },
): readonly string[] =>
  mine.flatMap((guide) =>
    guide.steps
      .filter(({ done }) =>
        'verb' in happened
          ? 'verb' in done && done.verb === happened.verb
          : 'page' in done && done.page === happened.page,
      )
      .map((step) => stepName(guide, step)),
  );
