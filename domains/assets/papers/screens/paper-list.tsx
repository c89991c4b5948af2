import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';
import { paperTones } from './paper-tones.ts';

/** 资产单据. */
export default function PaperList() {
  return (
    <LedgerPage
      list="assets.papers"
      searchBy={['kind', 'state', 'day']}
      tones={{ state: paperTones }}
      opens="page"
      empty={{
        title: words('还没有单据', 'No papers yet'),
        todo: words(
          '在资产台账里勾选资产，再选领用、移交、借出、移动、送修或调拨。',
          'Tick assets in the ledger and choose what is to be done with them.',
        ),
        go: { to: '/assets/cards', title: words('去资产台账', 'To the ledger') },
      }}
    />
  );
}
