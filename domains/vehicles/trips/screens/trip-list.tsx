import { LedgerPage } from '@opengoa/web-kit';
import { tripTones } from './trip-tones.ts';

/** 用车台账. */
export default function TripList() {
  return (
    <LedgerPage
      list="vehicles.trips"
      searchBy={['state', 'starts_at', 'unit_id']}
      tones={{ state: tripTones }}
      empty={{
        title: { zh: '还没有用车申请', en: 'No trips yet' },
        todo: { zh: '从“我要用车”开始，审批后在这里跟踪。', en: 'Begin with “Ask for a vehicle”.' },
      }}
    />
  );
}
