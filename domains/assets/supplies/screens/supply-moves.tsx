import { LedgerPage } from '@opengoa/web-kit';

/** 耗材收发明细. */
export default function SupplyMoves() {
  return (
    <LedgerPage
      list="assets.supply-moves"
      searchBy={['name', 'kind', 'held', 'day']}
      empty={{
        title: { zh: '还没有收发', en: 'Nothing came or went yet' },
        todo: { zh: '在“耗材配件”中办入库或领用。', en: 'Receive or give out supplies on their page.' },
      }}
    />
  );
}
