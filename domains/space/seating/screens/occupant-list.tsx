import { LedgerPage } from '@opengoa/web-kit';

/** 人员用房. */
export default function OccupantList() {
  return (
    <LedgerPage
      list="space.occupants"
      searchBy={['building', 'unit_id', 'status', 'standing']}
      opens={({ room_id: room }) => `/space/rooms/${String(room)}`}
      tones={{
        status: { within: 'done', over: 'check', bound: 'check', 'not-vacated': 'check', insufficient: 'plain' },
        standing: { retired: 'check', left: 'check' },
      }}
      empty={{
        title: { zh: '还没有登记座位', en: 'Nobody sits anywhere yet' },
        todo: {
          zh: '在房间页点“安排座位”，或从“导入”按清查表一次导入。',
          en: 'Seat people on a room’s page, or import what a count has found.',
        },
      }}
    />
  );
}
