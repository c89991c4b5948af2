import { LedgerPage } from '@opengoa/web-kit';

/** 资产盘点. */
export default function StocktakeList() {
  return (
    <LedgerPage
      list="assets.stocktakes"
      searchBy={['state', 'unit_id', 'title']}
      tones={{ state: { counting: 'busy', signed: 'check', closed: 'done', cancelled: 'plain' } }}
      empty={{
        title: { zh: '还没有盘点', en: 'No stocktakes yet' },
        todo: {
          zh: '点“开始盘点”，选全单位、一栋楼、一层或一类；然后用手机到现场逐件扫描，没有网络也能盘。',
          en: 'Open one for the unit, a building, a floor or a class; then scan on the spot with a phone, network or not.',
        },
      }}
    />
  );
}
