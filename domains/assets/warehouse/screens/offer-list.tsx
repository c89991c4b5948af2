import { LedgerPage } from '@opengoa/web-kit';
import { offerTones } from './tones.ts';

/** 入仓台账. */
export default function OfferList() {
  return (
    <LedgerPage
      list="assets.offers"
      searchBy={['state', 'reason', 'unit_id', 'name']}
      tones={{ state: offerTones }}
      opens="page"
      empty={{
        title: { zh: '还没有入仓物品', en: 'Nothing was offered yet' },
        todo: { zh: '点“申请入仓”，选择闲置资产和公物仓。', en: 'Press “Offer”, choose an idle thing and a store.' },
      }}
    />
  );
}
