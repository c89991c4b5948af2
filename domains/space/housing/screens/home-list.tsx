import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';
import { HousingFigures } from './housing-figures.tsx';
import { homeTones } from './tones.ts';

/** 周转住房台账. */
export default function HomeList() {
  return (
    <LedgerPage
      list="space.homes"
      above={<HousingFigures />}
      opens="page"
      searchBy={['state', 'rooms', 'unit_id']}
      tones={{ state: homeTones }}
      empty={{
        title: words('还没有周转住房', 'No homes yet'),
        todo: words(
          '点“登记住房”逐套登记，或在“导入”中用表格成批登记；已是台账中房间的，选房间即可。',
          'Register them one by one or import the sheet; choose the room where the ledger has it.',
        ),
      }}
    />
  );
}
