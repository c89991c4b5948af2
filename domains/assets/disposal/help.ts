import { words } from '@opengoa/kernel/words';

export default {
  '/assets/disposals': [
    words(
      '报废、捐赠、划转、转让、拍卖和置换：申请、审批、完成、收入上缴，一次一单。在资产台账里勾选资产后“申请处置”。',
      'Scrapping, donating, allocating, selling: proposed, approved, finished and paid in. Begin in the ledger.',
    ),
    words(
      '仅超过年限不能报废；未到最低使用年限的须有技术鉴定；转让、拍卖、置换须先评估。收入按期上缴国库，逾期有提醒。',
      'Age alone is no reason; before its years a certificate is wanted; what is sold is appraised. Income goes to the treasury in time.',
    ),
    words(
      '处置权登记在其他单位的，处置单上写明须经谁同意；只提示，不拦截。',
      'Where the right of disposal is another unit’s, the paper says whose consent it asks for; it stops nothing.',
    ),
  ],
};
