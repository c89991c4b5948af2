import { LedgerPage } from '@opengoa/web-kit';
import { JudgedBy } from './judged-by.tsx';

/** 久未见到. */
export default function NotSeenList() {
  return (
    <LedgerPage
      list="assets.not-seen-since"
      searchBy={['unit_id', 'name', 'place']}
      cells={{ sources: ({ id, sources }) => <JudgedBy card={String(id)} sources={String(sources)} /> }}
      empty={{
        title: { zh: '近期都见到过', en: 'Everything was seen lately' },
        todo: {
          zh: '盘点扫到或有使用迹象的资产不列在这里。',
          en: 'What was scanned or used lately does not stand here.',
        },
      }}
    />
  );
}
