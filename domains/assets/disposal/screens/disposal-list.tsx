import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';
import { paperTones } from '../../papers/screens/paper-tones.ts';

/** 资产处置. */
export default function DisposalList() {
  return (
    <LedgerPage
      list="assets.disposals"
      searchBy={['manner', 'state', 'unit_id']}
      tones={{ state: paperTones }}
      opens="page"
      empty={{
        title: words('还没有处置', 'No disposals yet'),
        todo: words('在资产台账里勾选资产，再选“申请处置”。', 'Tick assets in the ledger and propose their disposal.'),
        go: { to: '/assets/cards', title: words('去资产台账', 'To the ledger') },
      }}
    />
  );
}
