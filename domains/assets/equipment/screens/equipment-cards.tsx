import { LedgerPage } from '@opengoa/web-kit';

/** 配置资产明细. */
export default function EquipmentCards() {
  return (
    <LedgerPage
      list="assets.equipment-cards"
      searchBy={['equipment', 'unit_id', 'acquired_on']}
      opens="page"
      empty={{
        title: { zh: '没有这类资产', en: 'No such things' },
        todo: {
          zh: '资产卡片按用途或国标分类归入品目；分类不对的请在卡片上更正。',
          en: 'A card is taken for an item by its use or class; correct the card where that is wrong.',
        },
      }}
    />
  );
}
