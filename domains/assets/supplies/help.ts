import { words, type Words } from '@opengoa/kernel/words';

/** What the pages of supplies are for. */
export default {
  '/assets/supplies': [
    words(
      '不建卡片、按数量管的东西：耗材领用后即消耗，配件装到资产上，软件授权分配给人或设备，都可以收回。',
      'What is counted and has no card: consumables are used up, components go into things, seats of a licence to people or computers.',
    ),
    words(
      '填写“最低库存”，低于它时会提醒资产管理员；授权到期前也会提醒。按“缺少”筛选即为补货清单。',
      'Below the least that should be there somebody is told, and before a licence ends. Filter by “Missing” for what to buy.',
    ),
  ],
  '/assets/supply-moves': [
    words(
      '每次入库、领用、收回和盘点更正各一行，“结存”是办完后的数量。配件和授权在这里点“收回”；“随资产调入”是随资产来的配件。',
      'One row for each coming and going; “There after” is what was left. Components and seats are taken back here; some came with a thing.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
