import { words } from '@opengoa/kernel/words';

/** What each page is for, and how it is used. */
export default {
  '/assets/stocktakes': [
    words(
      '每一次盘点：全单位、一栋楼、一层或一类。开始时按当天台账列出应有的资产和地点，用手机到现场逐件核对。',
      'Every stocktake: of a unit, a building, a floor or a class. The book of that day is listed by place and held against what is there.',
    ),
    words(
      '点“开始盘点”新建；打开一行看进度、说明差异、签字。两人签字后封存，报告不能再改。',
      'Open a new one; open a row for its progress, its differences and its signatures. Two signatures seal it.',
    ),
  ],
  '/assets/stocktake-lines': [
    words(
      '各次盘点的逐项明细：账面在哪里、在哪里盘到、怎样处理。',
      'Line by line: where the book has a thing, where it was seen, how it was explained.',
    ),
  ],
  '/assets/stocktakes/{id}': [
    words(
      '“各处进度”看每间盘了多少；“差异”里逐项说明：再找、报失、改地点、台账不变；“结果与签字”看总数、估计和报告。',
      'Progress by place; differences to be explained one by one; the result with its estimate, its signatures and its paper.',
    ),
    words(
      '所有地点盘完、差异都说明后才能签字；第二位签字的须是另一个人。',
      'It is signed once every place is done and every difference explained; the second signature is somebody else’s.',
    ),
  ],
  '/assets/stocktakes/{id}/take': [
    words(
      '先选房间或扫门牌，再逐件扫：高音一声是对上了，低音两声是不在这里。不在账面地点的，点“改到这里”。没有标签的实物也可以记。',
      'Room first, then things: one high tone is found, two low ones are not. What the book has elsewhere moves here in one tap.',
    ),
    words(
      '没有网络照常盘：记录存在这台设备上，联网后自动发送，不会丢也不会重复。要在断网时重新打开本页，请先在“我的”里把这台设备设为自己的。',
      'It works without a network: scans stay on the device and are sent later, once. To open the page again offline, mark the device as your own first.',
    ),
  ],
};
