import { words, type Words } from '@opengoa/kernel/words';

/** What the pages of upkeep are for. */
export default {
  '/assets/upkeep-plans': [
    words(
      '空调清洗、灭火器检验这类定期要做的事：填写周期和下次日期，到期前提醒资产管理员。',
      'What is done every so many months, such as cleaning an air conditioner: with its day somebody is told.',
    ),
    words(
      '到期时在这一行点“开工单”；工单完成后，下次日期自动按周期顺延。',
      'Press “Order” on its row; when that is done, the next day moves on by itself.',
    ),
  ],
  '/assets/upkeep-orders': [
    words(
      '计划内的维护和扫码报修引出的维护都在这里；完成时填写结果和费用。',
      'Upkeep by plan, and that because of a reported fault; say what was found and what it cost.',
    ),
    words('结果为“需要送修”的，到资产卡片上办“送修”。', 'What is to be repaired is sent to repair from its card.'),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
