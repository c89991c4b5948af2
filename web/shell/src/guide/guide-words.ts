import { words as pair } from '@opengoa/kernel/words';

export const guideWords = {
  away: pair('不再显示', 'Do not show again'),
  back: pair('重新显示上手指引', 'Show the first steps again'),
  own: pair('完成情况只有您自己看得到。', 'Only you see what is ticked.'),
  go: pair('去做', 'Go'),
  done: pair('已完成', 'Done'),
  all: pair('都做过了。', 'All done.'),
} as const;
