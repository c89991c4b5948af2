import { type Words, words } from '@opengoa/kernel/words';

export const signKinds = {
  scan: words('盘点扫描', 'Scanned'),
  'log-in': words('登录', 'Logged in'),
  meter: words('用电', 'Power'),
  booking: words('预约', 'Booked'),
  paper: words('领用、借用、移交', 'Handed over'),
  trip: words('出车', 'Trip'),
  seated: words('有人用房', 'People seated'),
  answer: words('单位说明在用', 'Said to be in use'),
} as const satisfies Record<string, Words>;

export const useStates = {
  'in-use': words('有使用迹象', 'In use'),
  quiet: words('少用', 'Quiet'),
  idle: words('疑似闲置', 'Looks idle'),
  insufficient_data: words('没有来源，不下结论', 'No source: nothing is said'),
} as const satisfies Record<string, Words>;

export const idleFacts = {
  'assets.SignsReported': words('收到使用迹象', 'Signs of use received'),
  'assets.SignsTaken': words('汇集使用迹象', 'Signs of use taken'),
  'assets.UseAnswered': words('说明仍在使用', 'Said to be in use'),
  'assets.CardMarkedIdle': words('认定闲置', 'Marked as idle'),
} as const satisfies Record<string, Words>;

export const idleRefusals: Readonly<Record<string, Words>> = {
  'signs-unknown': words('有 {count} 个编号不在台账：{codes}。', '{count} numbers are on no card: {codes}.'),
  'sign-not-yet': words('使用迹象的时间还没有到。', 'A sign lies in the future.'),
  'not-to-be-idle': words('“{number}”现在不能认定为闲置。', '“{number}” cannot be marked as idle now.'),
  'in-use-after-all': words(
    '{day} 还有使用迹象，不到 {days} 天，先不认定闲置。',
    'There was a sign of use on {day}, less than {days} days ago.',
  ),
};
