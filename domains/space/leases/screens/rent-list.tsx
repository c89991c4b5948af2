import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 租金收付. */
export default function RentList() {
  return (
    <LedgerPage
      list="space.rents"
      below={({ id }) => <PapersOf id={String(id)} title={{ zh: '票据', en: 'Receipts' }} />}
      searchBy={['kind', 'day', 'party']}
      empty={{
        title: { zh: '还没有登记租金', en: 'No rent recorded yet' },
        todo: { zh: '打开一份租借，点“登记租金”。', en: 'Open a lease and record its rent.' },
      }}
    />
  );
}
