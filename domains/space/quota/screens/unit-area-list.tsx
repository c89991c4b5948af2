import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 单位面积核定. */
export default function UnitAreaList() {
  return (
    <LedgerPage
      list="space.unit-areas"
      searchBy={['standing', 'name']}
      tones={{ standing: { within: 'done', above: 'check', none: 'plain' } }}
      empty={{
        title: words('还没有单位', 'No units yet'),
        todo: words('先在“组织机构”中登记单位和岗位编制。', 'Register units and their posts first.'),
      }}
    />
  );
}
