import { LedgerPage } from '@opengoa/web-kit';

/** 电子围栏. */
export default function FenceList() {
  return (
    <LedgerPage
      list="vehicles.fences"
      searchBy={['name', 'use', 'state']}
      tones={{ state: { drawn: 'done', removed: 'plain' } }}
      empty={{
        title: { zh: '还没有划定围栏', en: 'No fences yet' },
        todo: { zh: '划定停放地后，可核对夜间停放。', en: 'Draw the place of custody to check nights.' },
      }}
    />
  );
}
