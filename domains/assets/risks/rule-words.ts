import { words, type Words } from '@opengoa/kernel/words';

/** What the settings and limits of these rules, and the figures they compute, are called on the rule’s page. */
export const buyingRuleWords: Readonly<Record<string, Words>> = {
  llr: words('规则自身的证据强度', 'strength of its own evidence'),
  days: words('天数', 'days'),
  limit: words('审批权限', 'limit of approval'),
  price: words('单价', 'price of one'),
  held: words('现有数量', 'pieces held'),
  people: words('编制内实有人数', 'counted staff'),
  bought: words('购置数量', 'pieces bought'),
  idle: words('闲置数量', 'pieces idle'),
  acquired_on: words('取得日期', 'day of acquisition'),
  disposed_on: words('处置日期', 'day of disposal'),
  serial: words('序列号', 'serial number'),
  voucher: words('发票或凭证号', 'invoice'),
  amountFen: words('金额', 'amount'),
};
