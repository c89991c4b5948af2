import { LedgerPage } from '@opengoa/web-kit';

/** 盘点明细. */
export default function StocktakeLines() {
  return (
    <LedgerPage
      list="assets.stocktake-lines"
      searchBy={['stocktake', 'state', 'how']}
      tones={{
        state: {
          found: 'done',
          waiting: 'plain',
          short: 'check',
          elsewhere: 'check',
          unexpected: 'check',
          surplus: 'check',
        },
      }}
      empty={{
        title: { zh: '还没有盘点明细', en: 'No lines yet' },
        todo: {
          zh: '在“资产盘点”里开始一次盘点后，这里逐项列出账面和实物。',
          en: 'Open a stocktake: book and things are listed here.',
        },
      }}
    />
  );
}
