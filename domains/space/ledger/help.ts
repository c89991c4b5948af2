import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of the ledger are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/sites': [
    words('土地台账：坐落、面积和取得方式，其上有几栋房屋。', 'Land: where it lies, how large it is, how it is held.'),
  ],
  '/space/buildings': [
    words(
      '房屋台账。点一栋看楼层、房间和面积合计；可按模板导入导出。',
      'Buildings. Open one for its floors, rooms and sums; import and export by the sheet.',
    ),
    words(
      '管理单位是登记和维护房屋的单位，各房间的使用单位另记。',
      'Whoever keeps the building; who uses each room is told apart.',
    ),
  ],
  '/space/buildings/{id}': [
    words(
      '面积和间数都是下面房间台账之和，点数字可以看明细。',
      'Areas and counts are sums of the rooms below; open a figure for its rows.',
    ),
    words(
      '登记房间时写楼层号，没有的楼层会一并登记。处置房屋前须先腾退全部房间。',
      'A room names its floor, which is made where it lacks. Vacate all rooms before disposing of a building.',
    ),
  ],
  '/space/rooms': [
    words(
      '房间台账：用途、使用面积、使用单位、人数和状态。按模板一次导入整栋楼。',
      'Rooms: use, usable area, whose they are, people and state. Import a whole building by the sheet.',
    ),
    words(
      '使用单位只能通过分配改变，这样每一天是谁在用都查得到。',
      'Whose a room is changes by allotment alone, so that every day keeps its own.',
    ),
  ],
  '/space/rooms/{id}': [
    words(
      '一间房的档案：谁在用、自哪天起、依据是什么，里面坐着谁、放着什么。',
      'One room: whose it is, since when, by which paper; who sits in it and what stands there.',
    ),
    words('在“使用沿革”选一天，可以看那一天由谁使用。', 'Choose a day to see whose it was then.'),
  ],
};
export default help;
