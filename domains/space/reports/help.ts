import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of the yearly report are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/reports': [
    words(
      '办公用房统计报告：每年按台账自动取数，签字报送，由上级审核。',
      'The yearly report: drawn up from the ledger, signed, reviewed above.',
    ),
    words(
      '报送期限由各省每年规定，可在标准中录入本地值。',
      'The day it is due is set each year by the province; enter it as a local standard.',
    ),
  ],
  '/space/reports/{id}': [
    words(
      '报送后数据保持不变；台账以后的变动在“与现台账差异”中列出。',
      'What was submitted stays; what the ledger says otherwise since is listed beside it.',
    ),
    words(
      '谁在用哪间房按统计时点计算，面积和用途为台账现值。',
      'Whose a room was goes by the day; areas and uses are those of the ledger now.',
    ),
  ],
};
export default help;
