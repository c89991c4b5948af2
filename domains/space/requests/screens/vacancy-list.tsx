import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 闲置房源. */
export default function VacancyList() {
  return (
    <LedgerPage
      list="space.vacancies"
      searchBy={['building', 'use_group', 'area_m2', 'zone']}
      opens={(row) => `/space/rooms/${String(row['id'])}`}
      empty={{
        title: words('没有闲置房间', 'No vacant rooms'),
        todo: words('收回或腾退的房间会出现在这里。', 'Rooms that are handed back appear here.'),
      }}
    />
  );
}
