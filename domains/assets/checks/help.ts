import { words, type Words } from '@opengoa/kernel/words';

const help: Readonly<Record<string, readonly Words[]>> = {
  '/assets/my-holdings': [
    words(
      '逐件核对名下资产，在用的点“确认”，不符的点“有异议”。',
      'Confirm each thing in your name, or say what is not so.',
    ),
    words(
      '有异议的由资产管理员处理，结果显示在这里。',
      'A dispute is settled by whoever keeps the ledger; the result stands here.',
    ),
  ],
  '/assets/self-checks': [
    words(
      '每年发起一次，请使用人确认名下资产；可看各次进度。',
      'Opened once a year: users confirm what is in their name.',
    ),
    words('全部确认、异议处理完后，点“结束自查”。', 'Close it once everything is confirmed or settled.'),
  ],
  '/assets/self-check-lines': [
    words(
      '逐件列出确认情况；筛选“有异议”，点“处理异议”写明结果。',
      'Each thing; filter the disputed ones and settle them.',
    ),
  ],
  '/assets/clearances': [
    words(
      '人员离岗时名下还有资产的自动列入；也可提前开始。',
      'Whoever leaves with things in their name stands here by itself.',
    ),
    words('办结后出具编号的交接证明，不影响其他手续。', 'Clearing gives a numbered certificate and blocks nothing.'),
  ],
  '/assets/clearances/{id}': [
    words(
      '列出名下资产，逐件到卡片上办移交；全部移交后点“办结交接”。',
      'What is left in this name; hand it over, then clear.',
    ),
  ],
  '/assets/ledger-sums': [
    words('按月末和分类录入或导入财务账余额，作为核对依据。', 'Sums of the finance ledger by month’s end and class.'),
  ],
  '/assets/differences': [
    words(
      '点“核对”，把卡片与账面逐类对照；差异逐项说明或调平。',
      'Reconcile cards and ledger; explain or settle what differs.',
    ),
    words('已说明的差异，金额没有变化时不再列出。', 'What was explained is not asked again while its figures stay.'),
  ],
};
export default help;
