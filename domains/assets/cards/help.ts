import { words } from '@opengoa/kernel/words';

/** What each page is for, and how it is used. */
export default {
  '/assets/cards': [
    words(
      '本单位和下属单位的全部资产，一物（或一批）一卡；公务用车和办公用房由各自的台账自动带入，不重复登记。',
      'Every asset of your unit and those below, a card each; vehicles and buildings come from their own ledgers and are not entered twice.',
    ),
    words(
      '可按编号、名称、序列号、型号、使用人或地点搜索；合计随筛选变化。点“登记资产”新增，或用“导入”带入现有台账。',
      'Search by number, name, serial number, model, holder or place; the sums follow the filter. Register one, or import a ledger.',
    ),
    words(
      '机构合并后资产连同维护计划、数据资产说明和耗材自动随转；机构分设后由资产管理员逐项调拨给承接单位，办完之前待办里一直提醒。',
      'After a merger assets follow to the heir with upkeep, descriptions, cupboard; after a split the clerk transfers each, and a task stands until the last is gone.',
    ),
  ],
  '/assets/cards/{id}': [
    words(
      '一张资产卡片：谁在用、放在哪里、还剩多少净值、办过哪些单据。“权利”里是归谁、给谁用、由谁处置。',
      'One card: who uses it, where it is, what is left of its value, its papers, and whose it is. What may be done is at the top right.',
    ),
  ],
};
