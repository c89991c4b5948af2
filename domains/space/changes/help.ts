import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the page of changes is for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/waiting-rooms': [
    words('已撤销、合并或分设的单位名下还没有划转的房间。', 'Rooms that are still entered for a unit that has ended.'),
    words(
      '合并的自动划转，以前的日子仍记在原单位；分设的在这里点“划转”选择承接单位。',
      'Merged ones follow by themselves and keep their days; of a split unit choose the heir here.',
    ),
  ],
};
export default help;
