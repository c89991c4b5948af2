import type { Words } from '@opengoa/kernel/contract';
import { words as pair } from '@opengoa/kernel/words';
import type { WindowStanding, WindowState } from './contract.ts';

export const windowStateWords: Readonly<Record<WindowState, Words>> = {
  proposed: pair('待确认', 'To be confirmed'),
  open: pair('已确认', 'Confirmed'),
  closed: pair('已关闭', 'Closed'),
  ended: pair('已到期', 'Over'),
};

export const windowStandingWords: Readonly<Record<WindowStanding, Words>> = {
  proposed: pair('待确认', 'To be confirmed'),
  ahead: pair('尚未开始', 'Not begun'),
  open: pair('开放中', 'Open'),
  over: pair('已到期', 'Over'),
  closed: pair('已关闭', 'Closed'),
};

export const windowRefusals: Readonly<Record<string, Words>> = {
  'window-of-nothing': pair('请选择单位，或者指明异常。', 'Choose units, or name findings.'),
  'window-units-apart': pair(
    '这些单位没有共同的上级，请分别提出。',
    'These units lie below no common one; propose a window for each.',
  ),
  'window-days': pair('最后一天不能早于第一天。', 'The last day lies before the first.'),
  'window-past': pair('最后一天已经过去。', 'The last day has passed already.'),
  'window-too-long': pair(
    '一次最多开放 {days} 天，最晚到 {last}。',
    'A window is open for at most {days} days at a time, until {last}.',
  ),
  'not-an-inspector': pair(
    '{name} 在所选单位没有纪检监察权限，请先授权或另选人员。',
    '{name} holds no right to inspect there; grant it first or choose somebody else.',
  ),
  'window-not-proposed': pair('这个窗口已经确认或关闭。', 'This window has been confirmed or closed already.'),
  'window-second-person': pair(
    '提出窗口的人不能确认，请另一位风险管理人员或领导确认。',
    'Who proposed it does not confirm it; another risk officer or a leader does.',
  ),
  'window-for-oneself': pair('查看人员不能确认自己的窗口。', 'Nobody confirms a window for themself.'),
  'window-not-confirmed': pair('窗口还没有经第二人确认。', 'The window has not been confirmed by a second person yet.'),
  'window-not-begun': pair('窗口从 {from} 起开放。', 'The window opens on {from}.'),
  'window-over': pair(
    '窗口已于 {to} 到期；需要继续查看的，请重新提出。',
    'The window was open until {to}; propose a new one to look again.',
  ),
  'window-closed': pair('窗口已经关闭。', 'The window has been closed.'),
  'window-runs': pair('窗口的最后一天还没有过。', 'The last day of the window has not passed yet.'),
};
