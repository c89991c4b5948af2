import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 车辆维修. */
export default function RepairList() {
  return (
    <LedgerPage
      list="vehicles.repairs"
      below={({ id }) => <PapersOf id={String(id)} />}
      searchBy={['state', 'plate', 'ordered_at']}
      tones={{
        state: {
          ordered: 'check',
          quoted: 'busy',
          approved: 'busy',
          done: 'check',
          paid: 'done',
          refused: 'plain',
          cancelled: 'plain',
        },
      }}
      empty={{
        title: { zh: '还没有维修', en: 'No repairs yet' },
        todo: {
          zh: '在车辆页面报修；报价审批后维修，验收后付款。',
          en: 'Order one on a vehicle’s page; it is approved by its quotation, accepted, then paid.',
        },
      }}
    />
  );
}
