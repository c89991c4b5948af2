import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of seats are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/occupants': [
    words(
      '谁坐在哪间房，按其职务和当日标准核对面积。合用的房间按各人标准之和核对。',
      'Who sits where, beside the standard of their post. A shared room is held beside the sum.',
    ),
    words(
      '超出面积 = 房间使用面积 − 室内人员标准之和；0.5 平方米以内视为测量误差，结构受限的单独说明。',
      'Excess is the usable area less the standards together; half a square metre is measuring, fixed walls are told apart.',
    ),
    words(
      '职级不明或标准未定的显示“数据不足”，不作判断。岗位和任免由机构管理维护，每晚重新核对。',
      'Without a known rank nothing is judged. Posts come from the organisation and are looked at anew every night.',
    ),
  ],
};
export default help;
