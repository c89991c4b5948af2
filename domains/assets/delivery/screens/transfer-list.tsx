import { LedgerPage } from '@opengoa/web-kit';
import { transferTones } from './tones.ts';

/** 调拨单. */
export default function TransferList() {
  return (
    <LedgerPage
      list="assets.transfers"
      searchBy={['state', 'side', 'unit_id']}
      tones={{ state: transferTones }}
      opens="page"
      empty={{
        title: { zh: '没有调拨单', en: 'No transfers' },
        todo: {
          zh: '调出方同意匹配后，在匹配页点“开具调拨单”。',
          en: 'Once a giver has agreed, draw up the transfer on the page of the match.',
        },
      }}
    />
  );
}
