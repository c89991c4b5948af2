import { words, type Words } from '@opengoa/kernel/words';

/** What the pages of the warehouse are for. */
export default {
  '/assets/shelf': [
    words(
      '全系统各单位拿出来共享的物品，谁都可以看。',
      'What units of the whole tree share; everybody in service sees it.',
    ),
    words(
      '点开一件，点“预约”为本单位保留；到期未领自动释放。',
      'Open one and reserve it for your unit; after its day it is free again by itself.',
    ),
  ],
  '/assets/offers': [
    words(
      '本单位入仓的物品，包括尚未验收和已退回的。',
      'What your unit gave, also before its inspection and after it came back.',
    ),
    words(
      '点“申请入仓”选资产和公物仓；由保管单位验收后才对外显示。',
      'Offer a thing into a store; it is shown to others once whoever keeps the store has inspected it.',
    ),
  ],
  '/assets/reservations': [
    words('本单位的预约，和别人对本单位物品的预约。', 'What you reserved, and what others reserved of yours.'),
    words('别人的预约点“借出”办理领取，或点“取消预约”。', 'Lend what was reserved, or end the reservation.'),
  ],
  '/assets/pool-loans': [
    words(
      '借入和借出各一行；到期前后会提醒双方。',
      'What was borrowed and what was lent; both sides are reminded when it is due.',
    ),
    words('东西还回来时由借出方点“归还验收”，写明成色。', 'Whoever lent it takes it back and says how it is.'),
  ],
  '/assets/bodies': [
    words(
      '大型活动、会议和临时机构：只借用，结束前全部归还。',
      'Events and temporary bodies borrow only, and give all back before they end.',
    ),
    words(
      '为它购置的资产在结束前要入仓，否则不能办理结束。',
      'What was bought for one goes into the warehouse before it can end.',
    ),
  ],
  '/assets/stores': [
    words(
      '公物仓分集中仓、分散仓和虚拟仓；虚拟仓的物品仍在原处。',
      'Stores are central, dispersed or virtual; in a virtual one things stay where they are.',
    ),
    words('仓内没有物品时才能关闭。', 'One closes only when nothing lies in it.'),
  ],
  '/assets/warehouse/{id}': [
    words(
      '一件在仓物品：成色、可用数量、谁占用到什么时候。',
      'One thing: how it is, how much is free, who has it until when.',
    ),
    words(
      '保管单位在这里验收、借出；所属单位可以退回；其他单位预约。',
      'Its keeper inspects and lends it, its owner takes it back, others reserve it.',
    ),
  ],
  '/assets/bodies/{id}': [
    words('一个活动的需求、借用和购置。', 'The needs, loans and purchases of one event.'),
    words('全部归还并入仓后点“办理结束”。', 'When all is back and in the warehouse, end it.'),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
