import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import type { Box } from './task.ts';

export const boxWords: Readonly<Record<Box, { readonly title: Words; readonly none: Words; readonly todo: Words }>> = {
  waiting: {
    title: pair('待办', 'Waiting'),
    none: pair('都办完了', 'All done'),
    todo: pair('新的办件会出现在这里，也会在右上角提醒。', 'New cases appear here, and the bell tells you.'),
  },
  done: {
    title: pair('已办', 'Done'),
    none: pair('还没有办过的', 'Nothing done yet'),
    todo: pair('您办理过的办件会留在这里。', 'What you decided stays here.'),
  },
  started: {
    title: pair('我发起', 'Started'),
    none: pair('还没有发起过', 'Nothing started yet'),
    todo: pair('从左侧的业务进入，例如“我要用车”。', 'Begin from the menu, for example by asking for a vehicle.'),
  },
  copied: {
    title: pair('抄送', 'Copied'),
    none: pair('没有抄送给您的', 'Nothing copied to you'),
    todo: pair('别人抄送给您知悉的办件会出现在这里。', 'Cases copied for your knowledge appear here.'),
  },
};

export const deskWords = {
  title: pair('我的待办', 'My desk'),
  list: pair('办件', 'Cases'),
  kind: pair('类别', 'Kind'),
  overdueOnly: pair('只看逾期', 'Overdue only'),
  asker: pair('发起人', 'Asked by'),
  unit: pair('单位', 'Unit'),
  raised: pair('送达', 'Raised'),
  openPage: pair('打开整页', 'Open the page'),
  back: pair('返回列表', 'Back to the list'),
  begin: pair('从这里开始', 'Begin here'),
  choose: pair('从左侧选一件', 'Choose a case on the left'),
  place: pair('第 {at} 件，共 {of} 件', '{at} of {of}'),
  next: pair('下一件', 'Next'),
  previous: pair('上一件', 'Previous'),
  answered: pair('办理结果', 'Answer'),
  more: pair('再显示一些', 'Show more'),
} as const;
