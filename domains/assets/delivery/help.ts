import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/assets/transfers': [
    words('跨单位、跨层级的调拨，调出和调入各一行。', 'Transfers across units and levels, a row for either side.'),
    words('在匹配页开单；没有匹配的点“开具调拨单”选资产和调入单位。', 'Drawn up on a match, or here for any thing.'),
  ],
  '/assets/transfers/{id}': [
    words('双方签字、打包、发出、到达、清点，一步一步往下走。', 'Signed by both, packed, sent, arrived, counted.'),
    words(
      '包裹贴二维码，收货人用手机扫码打开本页，在“清点接收”逐项填实收数量。',
      'Scan the label with a phone and count line by line.',
    ),
    words('没收到的留在调出方台账，由调出方处理差异。', 'What did not come stays with the giver, who settles it.'),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
