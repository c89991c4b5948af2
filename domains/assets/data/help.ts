import { words, type Words } from '@opengoa/kernel/words';

/** What the page of data assets is for. */
export default {
  '/assets/data-assets': [
    words(
      '数据也是资产：先按无形资产（A08）建卡记价值，再在这里登记责任人、来源、级别和共享属性。同一张卡片，不另立一套账。',
      'Data are assets: a card of class A08 holds the value; here stands who answers for it, where it comes from and who may share it. One card, not two.',
    ),
    words('情况变化时在这一行点“登记数据资产”更新。', 'When something changes, describe it again from its row.'),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
