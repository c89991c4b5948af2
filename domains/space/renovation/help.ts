import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/space/renovations': [
    words(
      '日常维修、大中修和装修改造都登记在这里：房屋、预算、批复文号、施工单位、已支出和余额。',
      'Upkeep, major repairs and conversions: building, budget, paper, contractor, what was spent and what is left.',
    ),
    words(
      '办公用房管理员登记，单位负责人审批；批准后开工，所选房间变为维修中，验收后恢复原状态。',
      'The space clerk proposes, whoever answers for the unit approves; rooms are under repair from the beginning to the acceptance.',
    ),
  ],
  '/space/renovations/{id}': [
    words(
      '每笔支出登记票据号，合计不能超过批复预算；确需追加的，由负责人凭批复调增预算。批复、合同、发票和验收单都在“档案”里。',
      'Each payment with its receipt, together within the budget; more needs a paper and whoever answers for the unit. The papers are the archive.',
    ),
  ],
  '/space/spendings': [
    words(
      '每一笔维修支出。登记错的用“冲销”，记录保留，不再计入项目和用房成本。',
      'Every payment for works. What was entered wrongly is struck: it stays and counts no more.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
