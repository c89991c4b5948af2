import { LedgerPage } from '@opengoa/web-kit';

/** 楼层平面图. */
export default function PlanList() {
  return (
    <LedgerPage
      list="space.floor-plans"
      about={{
        zh: '点开一层，点“导入平面图”，选 DXF 或 GeoJSON 文件；图纸版次为“—”的楼层还没有图。',
        en: 'Open a floor and take its plan from a DXF or GeoJSON file; a floor without a version has none yet.',
      }}
      searchBy={['building', 'number', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '还没有楼层', en: 'No floors yet' },
        todo: {
          zh: '在房屋台账登记房屋和楼层后，可在这里导入平面图。',
          en: 'Register a building with its floors, then take their plans here.',
        },
      }}
    />
  );
}
