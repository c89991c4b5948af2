import { words as pair } from '@opengoa/kernel/words';

/** What each page is for and how it is used. */
export default {
  '/procurement/inquiries': [
    pair(
      '小额采购的询价：发布、收报价、截止后开启、评审、成交。点编号打开询价单。',
      'Small purchases by inquiry: publish, take quotes, open them after the deadline, judge, award.',
    ),
    pair(
      '预算达到招标或采购限额的，发布时会提示，只有经确认的标准才会拦下。',
      'A threshold that is reached is told when publishing; only a confirmed one stops it.',
    ),
  ],
  '/procurement/inquiries/{id}': [
    pair(
      '开启之前，任何人都看不到报价金额；登记错了可以撤销再登记。',
      'Before the opening nobody sees an amount; a wrong entry is struck and entered anew.',
    ),
    pair(
      '截止后收到的也要登记，自动标为迟到。逐份评审后，由负责人在报价上点“确定成交”。',
      'One that came late is entered too, and marked. When all are judged, a head awards on the quote.',
    ),
    pair(
      '登记报价的人不确定成交；不选最低价的要写理由。',
      'Whoever entered quotes does not award; not taking the lowest needs a reason.',
    ),
  ],
  '/procurement/quotes': [
    pair(
      '全部报价，含迟到和撤销的。可以按模板导入，也可以导出；未开启的不显示金额。',
      'All quotes, late and struck ones too. Import by the template, or export; sealed amounts do not show.',
    ),
  ],
};
