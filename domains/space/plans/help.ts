import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

export default {
  '/space/floor-plans': [
    words(
      '每个楼层一行：有没有平面图、多少房间已对应、面积相差较大的有几间。',
      'One row for each floor: whether it is drawn, how many rooms are matched, how many areas differ.',
    ),
    words(
      '点一行打开平面图；“导入平面图”先试读再写入，旧图保留。',
      'Open a row for its plan; a new plan is tried first, and the old ones are kept.',
    ),
  ],
  '/space/floors/{id}': [
    words(
      '楼层平面图：可按用途、状态、单位、超面积、用电、成本着色，右侧列出同样的房间，面积合计一致。',
      'The floor in colours; the list beside it has the same rooms and the same total.',
    ),
    words(
      '点房间（或用 Tab 选中后按回车）查看里面的人员、资产和表计。',
      'Press a room, or reach it by Tab and Enter, to see who and what is in it.',
    ),
    words(
      '没有平面图时按房间面积画成方格；由办公用房管理员导入 DXF 或 GeoJSON。',
      'Without a plan its rooms are drawn as a grid by area; the space clerk takes a DXF or GeoJSON.',
    ),
  ],
  '/space/meter-places': [
    words(
      '哪块表装在哪个楼层或房间、从哪天起。',
      'Which meter stands on which floor or in which room, and since when.',
    ),
    words(
      '一块表同一时间只在一处；移走时先撤销原位置，历史读数仍归原处。',
      'A meter stands in one place at a time; what it read before stays with its former place.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
