import { words as pair } from '@opengoa/kernel/words';

/** What each page is for and how it is used. */
export default {
  '/risk': [
    pair(
      '从数据到结论的十个环节，各有多少、卡在哪里。点一环看里面。',
      'Ten links from data to verdict: how much stands where. A link opens.',
    ),
  ],
  '/risk/alerts': [
    pair(
      '这一周先核查哪些，什么颜色，为什么。点对象看依据、算式、同类和以往。',
      'What to look at first this week, in which colour and why; a subject opens its rows, formula, peers and history.',
    ),
    pair(
      '每个业务每种颜色的预期误报不超过标准，总量不超过核实人员的工时；未发出的写明原因，仍在待核实异常里。',
      'Each office and colour stays under its share of false ones, all together within the hours there are; what is held back says why.',
    ),
  ],
  '/risk/alerts/{week}': [
    pair('以往一周发出了什么，后来核实成什么。', 'What went out in an earlier week, and what became of it.'),
  ],
  '/risk/alert-rows': [
    pair(
      '每一周发出和未发出的提示，各有颜色、原因、概率和工时。',
      'Every alert of every week, sent or held back, with colour, reason, probability and hours.',
    ),
  ],
  '/risk/findings': [
    pair(
      '每一条都是“待核实”，不是结论。先请本单位说明，再由核实人员判断。',
      'Each is something to look at, not a verdict: the unit explains first.',
    ),
  ],
  '/risk/findings/{id}': [
    pair(
      '上面写着用了哪条规则、哪个条款、哪些数据。点“依据”逐项看。',
      'Rule, article and data stand above; open each to see it.',
    ),
    pair(
      '本单位先说明，可以附材料；核实人员写结论和理由。逾期会上报一级。',
      'The unit answers with papers, the officer decides with reasons; overdue goes up.',
    ),
  ],
  '/risk/register': [
    pair(
      '事先想到的风险：由哪个岗位负责、有什么控制措施、控制后还剩多少。矩阵里点数字看是哪几项。',
      'Risks thought of beforehand: which post answers, what is in place, what is left. A number of the matrix opens its entries.',
    ),
    pair(
      '剩余风险由领导接受，要写理由和最后一天；到期自动转为待办。责任岗位上的人不能自己接受。',
      'A leader accepts what is left, with a reason and a last day; then it comes back. Whoever answers for it does not accept it.',
    ),
  ],
  '/risk/register/{id}': [
    pair(
      '控制前后的评估、接受到哪一天、属于它的待核实异常。情况变了就重新评估。',
      'Its ratings, until when it is accepted, and the findings that belong to it. Assess it again when things change.',
    ),
  ],
  '/risk/quality': [
    pair(
      '风控工作自身的核查：没有材料就销号的、整改逾期的、接受到期的、长期不运行或没有结论的规则。只看单位、业务和规则，不看人。',
      'The risk work itself: closed without papers, overdue, expired, kits that do not run or are not answered. Units, offices and kits, never persons.',
    ),
  ],
  '/risk/kits': [
    pair(
      '全部规则：依据、设置、准确率和区间。准确率来自核实结论。',
      'All rules with paper, settings and precision from verdicts.',
    ),
  ],
  '/risk/kits/{room}/{kit}': [
    pair(
      '这条规则怎么算、哪些情况会误报。改设置前可以先用历史试算。',
      'How it counts and when it errs; try a setting on history first.',
    ),
  ],
  '/risk/thresholds': [
    pair(
      '每条规则的命中率、阈值建议和输入变化。建议由领导签署后才生效，可以撤回。数据不足时写明还差多少。',
      'Precision, proposed threshold and drift of each kit. A leader signs; a move can be taken back.',
    ),
  ],
  '/risk/thresholds/{room}/{kit}': [
    pair(
      '建议由核实结论算出，写明依据。签署前重新计算，只执行签署时仍成立的建议。',
      'What is proposed follows from verdicts; it is worked out again when it is signed.',
    ),
    pair(
      '命中率按单位类别和所用参数分列，点数字看逐条结论。',
      'Precision by kind of unit and by setting; a number opens its verdicts.',
    ),
  ],
  '/risk/chain/{link}': [
    pair('这一环里的全部内容，久等的排在前面。', 'What stands in this link, the longest waiting first.'),
  ],
  '/risk/next-month/{outcome}': [
    pair(
      '下个月每个对象发生的概率和原因，只看单位、车辆、建筑，不看人。点“自身历史”看逐月记录。',
      'How likely it is for each subject next month and why: units, vehicles, buildings, never persons. Its own record opens month by month.',
    ),
    pair(
      '检验没有胜过历史比例，或者月份太少时，只给历史比例，并写明数据不足。',
      'Where it does not beat the base rate, or too few months are known, the base rate is told and why.',
    ),
  ],
  '/risk/depending': [
    pair(
      '选一个部件，看它停用时还有哪些随之停用、因为缺什么；下面是现在停用的先修哪个，和最要紧的薄弱点。',
      'Choose a part to see what else stops with it and for want of what; below, what to mend first and the weak points.',
    ),
    pair(
      '建筑、楼层、房间、设备的关系来自台账，不用登记；其他依赖按“登记依赖”。没有登记时会写明数据不足。',
      'Buildings, floors, rooms and things are known by the ledgers; enter the rest. Where nothing is entered it says so.',
    ),
  ],
  '/risk/dependencies': [
    pair(
      '登记或导入的依赖关系。导入的坏行按行列说明，整批可以撤销；不再依赖的按“终止”。',
      'What was entered or imported: bad rows are told by row and column, a batch can be undone; end what is no longer needed.',
    ),
  ],
  '/risk/windows': [
    pair(
      '给纪检监察人员开的只读窗口：谁、看什么、依据哪份文件、到哪天为止。一人提出，另一人确认后才开放。',
      'Windows for inspectors: who, what, on which paper, until when. One proposes, another confirms.',
    ),
    pair(
      '到最后一天自动关上，也可以提前关闭。没有开放的窗口就什么也看不到。',
      'It shuts after its last day by itself, or is closed before. Without an open window nothing is seen.',
    ),
  ],
  '/risk/windows/{id}': [
    pair(
      '查看人员按“查看异常清单”，再逐条打开。每按一次记一次：谁、何时、看了哪一条。',
      'An inspector opens the list, then one finding after another. Each press is kept: who, when, which.',
    ),
    pair(
      '被查看的单位在该异常的经过里看得到谁看过；风控人员在本页看得到全部查看记录。',
      'The unit reads in the story of its finding who looked; risk officers see every look here.',
    ),
  ],
  '/risk/verdicts': [
    pair('已核实的结论和理由，计入规则的准确率。', 'Verdicts with reasons; they make the precision of rules.'),
  ],
  '/risk/trials': [
    pair('用过去的数据试一条规则会提出多少。试算不产生待核实异常。', 'Tries a rule on the past; it raises nothing.'),
  ],
  '/risk/rules/{id}': [
    pair(
      '由核实结论或少见的共现拟出的规律。草案只作试运行；领导签署后，符合条件的新异常在其页面标明，可以撤回。',
      'Drafted from verdicts or from kits that hardly ever meet. A draft is only tried; once a leader signs, it marks new findings that meet it, until taken back.',
    ),
  ],
  '/risk/trials/{id}': [
    pair('试算提出的每一条，和当时真正提出的对照。', 'What the trial would have raised beside what was raised.'),
  ],
  '/risk/analyses': [
    pair(
      '对外来文件做的分析。未保留的只有经办人看得到，到期自动清除；保留的由风控人员和领导查看。',
      'Analyses of files from outside. What is not kept is its maker’s alone and goes after some days.',
    ),
  ],
  '/risk/analyse': [
    pair(
      '先选方法，再上传文件。可用 CSV、CSV.gz、xlsx；需要的列写在每个文件旁边。',
      'Choose a method, bring its files (CSV, CSV.gz, xlsx); the columns it takes stand beside each.',
    ),
  ],
  '/risk/analyses/{id}': [
    pair(
      '核对每一列对应文件的哪一列，看前几行是否对得上，再运行。运行中可以取消，取消后文件和结果都清除。',
      'Check which column is which against the first rows, then run; cancelling removes files and answers.',
    ),
    pair(
      '不能分析的行单独列出，可以下载后修改。结果是异常线索，需要核实，不是结论。',
      'Rows passed over are listed and can be downloaded. Answers are to be verified, not verdicts.',
    ),
    pair(
      '结果可以下载，可以起名保留为数据集；清除会删除文件和全部结果，不能恢复。',
      'Download, keep under a name, or drop: dropping deletes files and answers for good.',
    ),
  ],
  '/risk/runs': [
    pair(
      '每次运行用了多久、看了多少、提出多少；出错的写明原因。',
      'Each run: how long, how much, what it raised, and why it failed if it did.',
    ),
  ],
};
