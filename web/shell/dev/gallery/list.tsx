import { LedgerPage } from '@opengoa/web-kit';
export default function List() {
  return (
    <LedgerPage
      list="trips.trips"
      searchBy={['state', 'starts_at', 'unit_id']}
      tones={{ state: { requested: 'check', approved: 'busy', settled: 'done', refused: 'refused' } }}
    />
  );
}
