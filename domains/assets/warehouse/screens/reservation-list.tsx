import { LedgerPage } from '@opengoa/web-kit';
import { claimTones } from './tones.ts';

/** 预约. */
export default function ReservationList() {
  return (
    <LedgerPage
      list="assets.reservations"
      searchBy={['state', 'side', 'unit_id']}
      tones={{ state: claimTones }}
      opens="page"
      empty={{
        title: { zh: '没有预约', en: 'No reservations' },
        todo: { zh: '在物品页点“预约”。', en: 'Press “Reserve” on a thing’s page.' },
      }}
    />
  );
}
