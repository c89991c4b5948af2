import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 住房租金: every entry. */
export default function HomeRentList() {
  return (
    <LedgerPage
      list="space.home-rents"
      searchBy={['day', 'home_name', 'person_name']}
      empty={{
        title: words('还没有登记住房租金', 'No rent recorded yet'),
        todo: words('打开一份入住登记，点“登记租金”。', 'Open a stay and record its rent.'),
      }}
    />
  );
}
