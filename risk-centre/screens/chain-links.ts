import { words } from '@opengoa/kernel/words';
import type { Answer } from '@opengoa/web-kit';

type Chain = Answer<'risk-centre.chain'>;

export interface ChainLink {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** What is counted on its page. */
  readonly unit: { readonly zh: string; readonly en: string };
  readonly about: { readonly zh: string; readonly en: string };
  readonly count: (chain: Chain) => number;
}

/** The ten links, in the order in which data become something that is handled, learnt from and foreseen. */
export const chainLinks: readonly ChainLink[] = [
  {
    key: 'collect',
    title: words('搜集', 'Collect'),
    unit: words('今日入库', 'taken today'),
    about: words(
      '数据从哪里来，今天来了多少，哪些没有按时来，哪些报文被搁置。',
      'Where the data come from, how much came today, what has gone quiet, what was parked.',
    ),
    count: ({ collected }) => collected,
  },
  {
    key: 'share',
    title: words('共享', 'Share'),
    unit: words('发布视图', 'published views'),
    about: words(
      '各业务发布的视图由谁使用，谁在跟随事实、落后多少。',
      'Which views each office publishes and who builds on them; who follows the facts, and how far behind.',
    ),
    count: ({ shared }) => shared,
  },
  {
    key: 'analyse',
    title: words('分析', 'Analyse'),
    unit: words('最近检查', 'cases looked at'),
    about: words(
      '每条规则最近一次检查了多少，有多少因数据不足没有作出判断。',
      'How much each kit looked at in its last run, and how much had too little data to be judged.',
    ),
    count: ({ looked }) => looked,
  },
  {
    key: 'mine',
    title: words('价值挖掘', 'Mine'),
    unit: words('共现与规律', 'patterns'),
    about: words(
      '哪些规则反复一起提示，超过偶然应有的次数；由核实结论拟出的规律，签署后才起作用。',
      'Which kits keep speaking together, oftener than chance; rules drafted from verdicts, of effect once signed.',
    ),
    count: ({ patterns }) => patterns,
  },
  {
    key: 'evaluate',
    title: words('绩效评估', 'Evaluate'),
    unit: words('已测命中率', 'kits measured'),
    about: words(
      '每条规则的命中率及其区间，各类单位办理每一步用时的中位数。',
      'The precision of each kit with its interval, and the median time of each step by kind of unit.',
    ),
    count: ({ measured }) => measured,
  },
  {
    key: 'identify',
    title: words('识别', 'Identify'),
    unit: words('近30天提出', 'in 30 days'),
    about: words('近三十天提出的待核实异常。', 'Findings raised in the last thirty days.'),
    count: ({ identified }) => identified,
  },
  {
    key: 'assess',
    title: words('风险分析', 'Assess'),
    unit: words('未办结', 'open'),
    about: words(
      '未办结的异常按预计损失排列：条形为损失乘以概率，圆点为把握程度。',
      'Open findings by expected loss: the bar is loss times probability, the dot how sure it is.',
    ),
    count: ({ live }) => live,
  },
  {
    key: 'handle',
    title: words('处理', 'Handle'),
    unit: words('核实整改中', 'in hand'),
    about: words('每一站有多少件，哪些已经逾期。', 'How many stand at each station, and which are overdue.'),
    count: ({ explained, confirmed, rectifying }) => explained + confirmed + rectifying,
  },
  {
    key: 'feedback',
    title: words('反馈', 'Feed back'),
    unit: words('核实结论', 'verdicts'),
    about: words(
      '核实结论怎样改变规则：命中率、权重、灵敏度，以及误报的原因。',
      'What verdicts did to the kits: precision, weight, sensitivity, and why they were wrong.',
    ),
    count: ({ verdicts }) => verdicts,
  },
  {
    key: 'predict',
    title: words('预测', 'Predict'),
    unit: words('14天内到期', 'due in 14 days'),
    about: words(
      '下个月哪些对象可能超预算、超标准、逾期或送修；即将到期的异常里，哪些可能逾期。',
      'What may go over its budget or standard, be overdue or break down next month; which findings may go over their time.',
    ),
    count: ({ dueSoon }) => dueSoon,
  },
];
