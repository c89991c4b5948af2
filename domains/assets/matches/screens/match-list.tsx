import { LedgerPage } from '@opengoa/web-kit';
import { matchTones } from './tones.ts';

/** 匹配办理. */
export default function MatchList() {
  return (
    <LedgerPage
      list="assets.matches"
      searchBy={['state', 'side', 'refusal', 'unit_id']}
      tones={{ state: matchTones }}
      opens="page"
      empty={{
        title: { zh: '还没有匹配', en: 'No matches yet' },
        todo: { zh: '打开一条需求，采用合适的物品。', en: 'Open a demand and take up what suits it.' },
      }}
    />
  );
}
