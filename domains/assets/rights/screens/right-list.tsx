import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 资产权利登记. */
export default function RightList() {
  return (
    <LedgerPage
      list="assets.rights"
      searchBy={['kind', 'state', 'heir_unit_id', 'unit_id']}
      tones={{ state: { standing: 'done', ended: 'plain' } }}
      empty={{
        title: words('还没有登记资产权利', 'No rights yet'),
        todo: words(
          '点“整类登记权利”，或在资产台账勾选资产后登记；没有登记的按台账单位对待。',
          'Record a class here, or tick assets in the ledger; what is not registered is taken as the ledger has it.',
        ),
        go: { to: '/assets/cards', title: words('去资产台账', 'To the ledger') },
      }}
    />
  );
}
