import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

export const frameWords = {
  skip: pair('跳到正文', 'Skip to the page'),
  secrecy: pair('不得录入、上传国家秘密', 'No state secrets here: do not enter or upload them'),
  nav: pair('主导航', 'Navigation'),
  foldNav: pair('收起菜单', 'Fold the menu'),
  unfoldNav: pair('展开菜单', 'Unfold the menu'),
  search: pair('搜索人、房、车、表、办件…', 'People, rooms, vehicles, meters, cases…'),
  searchShort: pair('搜索', 'Search'),
  searchPages: pair('页面', 'Pages'),
  searchNothing: pair(
    '没有找到。可以试试姓名、拼音首字母、车牌、表号或办件编号。',
    'Nothing found. Try a name, initials, a plate, a meter or a case number.',
  ),
  bell: pair('消息', 'Messages'),
  bellNew: pair('{n} 条未读消息', '{n} unread'),
  noMessages: pair('没有新消息', 'No new messages'),
  allMessages: pair('全部消息', 'All messages'),
  large: pair('长辈版', 'Large type'),
  dark: pair('深色', 'Dark'),
  light: pair('浅色', 'Light'),
  posts: pair('切换岗位', 'Switch post'),
  standIn: pair('代', 'for'),
  me: pair('我', 'Me'),
  mySessions: pair('我的登录', 'My sessions'),
  myNotices: pair('通知', 'Notices'),
  myLeave: pair('请假与代理', 'Leave and stand-ins'),
  changePassword: pair('修改口令', 'Change password'),
  help: pair('帮助', 'Help'),
  pageHelp: { zh: '本页帮助', en: 'Help for this page' },
  keys: pair('键盘操作', 'Keyboard'),
  signOut: pair('退出登录', 'Sign out'),
  lastSignIn: pair('上次登录', 'Last sign-in'),
  failedSince: pair('其间失败 {n} 次', '{n} failed since'),
  readOnly: pair('系统当前只读，可以查看，暂不能提交。', 'The system is read-only for now: you can look, not send.'),
  demo: pair('演示数据', 'Demo data'),
  desk: pair('我的待办', 'My desk'),
  menu: pair('菜单', 'Menu'),
  more: pair('更多', 'More'),
  offline: pair(
    '网络已断开。已显示的内容还可以看，恢复后再提交。',
    'You are offline. What is shown can be read; send when the network is back.',
  ),
} as const;

/** What the keys do, for the `?` sheet and the help page. */
export const keyWords: readonly { readonly keys: readonly string[]; readonly does: Words }[] = [
  { keys: ['/'], does: pair('搜索', 'Search') },
  { keys: ['g', 'd'], does: pair('到我的待办', 'Go to my desk') },
  { keys: ['j'], does: pair('下一行 / 下一件', 'Next row or case') },
  { keys: ['k'], does: pair('上一行 / 上一件', 'Previous row or case') },
  { keys: ['e'], does: pair('打开选中的一行', 'Open the row') },
  { keys: ['a'], does: pair('同意（先确认）', 'Approve, after a question') },
  { keys: ['Esc'], does: pair('关闭面板', 'Close the panel') },
  { keys: ['?'], does: pair('显示这张表', 'This list') },
];
