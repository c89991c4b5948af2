import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 巡检问题. */
export default function DefectList() {
  return (
    <LedgerPage
      list="space.defects"
      below={({ id }) => <PapersOf id={String(id)} title={{ zh: '照片', en: 'Photos' }} />}
      searchBy={['state', 'kind', 'building']}
      tones={{ state: { open: 'check', assigned: 'busy', rectified: 'check', closed: 'done' } }}
      empty={{
        title: { zh: '没有巡检问题', en: 'Nothing was found' },
        todo: { zh: '在“巡检”里打开一次巡检，点“登记问题”。', en: 'Open a patrol and report what you find.' },
      }}
    />
  );
}
