import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of handing rooms back are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/hand-back': [
    words(
      '选本单位不再需要的房间。还有人就座的先调整座位。',
      'Choose rooms the unit no longer needs. Where people still sit, move them first.',
    ),
    words(
      '提交后由机关事务部门交接，使用凭证随之变更。',
      'The keeper takes them over; the licence of use changes with it.',
    ),
  ],
  '/space/hand-backs': [
    words('单位退还的房间，从申请到交接。', 'What units hand back, until it is taken over.'),
    words('打开一行，办理交接、说明不接收，或撤回。', 'Open a row to take over, to decline, or to withdraw.'),
  ],
};
export default help;
