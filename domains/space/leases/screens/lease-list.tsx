import { LedgerPage } from '@opengoa/web-kit';

/** 租借台账. */
export default function LeaseList() {
  return (
    <LedgerPage
      list="space.leases"
      searchBy={['kind', 'state', 'party', 'unit_id']}
      opens="page"
      tones={{ state: { proposed: 'busy', 'in-force': 'done', refused: 'refused', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有租借', en: 'No leases yet' },
        todo: {
          zh: '点“登记租借”，选出租、出借或租用；经批准后按期登记租金。',
          en: 'Propose one: rented out, lent out or rented in; once approved its rent is recorded period by period.',
        },
      }}
    />
  );
}
