import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of allocations are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/allocations': [
    words(
      '给一个单位及其下级的办公室统一找一个更合适的分法：人人够用、少占面积、少搬动、同单位尽量同层。',
      'Finds a better way to share the offices of a unit and all below it: nobody short, little area, few moves, units kept together.',
    ),
    words(
      '点“开始统筹配置”，写明范围和求解时间即可；求解在后台进行，不改动台账。需要面积按手工填写的，没有填写的按岗位和面积标准计算。',
      'Start one with its scope and a time; the search runs in the background and changes nothing. Needs are those entered, or else go by posts and the standard.',
    ),
    words(
      '方案可以反复调整、再次求解，确定后凭文件实施，或者放弃。',
      'Change it, search again, and then apply it by a paper, or drop it.',
    ),
  ],
  '/space/allocations/{id}': [
    words(
      '逐层对照现状与方案。点一间房再点一个单位即可改给它，也可以把房间拖到单位上；键盘用方向键选房间，回车后选单位。',
      'Floor by floor, today beside the plan. Choose a room and then a unit to give it to, or drag it there; by keyboard: arrows, then Enter.',
    ),
    words(
      '每次改动后立即重新核对：哪个单位不够、哪个超上限、哪间房不能给谁，都写明原因。',
      'Each change is checked at once: who is short, who is above the cap, and which room is closed to whom, with the reason.',
    ),
    words(
      '“离理论最优最多还差”是证明过的界限；到时间为止找到的方案可能就是最优，只是没有证完。延长时间再次求解可以缩小。',
      '“At most so far from the best” is proved; what was found may be the best already. A longer search narrows it.',
    ),
    words(
      '实施后房间自当日起归新的单位，仍坐在原处的人列在“要换座位的人”，按建议逐一安排座位。',
      'Once applied, rooms are the new units’ from that day; whoever still sits where they sat is listed under “To be reseated”, with a proposal.',
    ),
  ],
};
export default help;
