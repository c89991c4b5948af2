import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';
import { stayTones } from './tones.ts';

/** 入住登记. */
export default function StayList() {
  return (
    <LedgerPage
      list="space.stays"
      opens="page"
      searchBy={['state', 'to_day', 'person_unit_id']}
      tones={{ state: stayTones }}
      empty={{
        title: words('还没有入住登记', 'No stays yet'),
        todo: words('在“住房申请”里安排住房后，办理入住。', 'Assign a home to an application, then have them move in.'),
      }}
    />
  );
}
