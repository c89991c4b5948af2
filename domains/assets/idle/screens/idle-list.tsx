import { LedgerPage } from '@opengoa/web-kit';
import { JudgedBy } from './judged-by.tsx';

/** 疑似闲置. */
export default function IdleList() {
  return (
    <LedgerPage
      list="assets.idle"
      searchBy={['unit_id', 'name', 'place']}
      cells={{ sources: ({ id, sources }) => <JudgedBy card={String(id)} sources={String(sources)} /> }}
      empty={{
        title: { zh: '还没有能判断为闲置的资产', en: 'Nothing that can be judged idle yet' },
        todo: {
          zh: '只判断有来源的资产：车看出车，楼看用房，设备看登录和房间用电；没有来源的请看“久未见到”。',
          en: 'Only what a source watches is judged: trips, seats, log-ins, power of rooms. For the rest see “Not seen for long”.',
        },
      }}
    />
  );
}
