import { LedgerPage } from '@opengoa/web-kit';

/** 用能建筑. */
export default function BuildingList() {
  return (
    <LedgerPage
      list="energy.buildings"
      opens="page"
      empty={{
        title: { zh: '还没有建筑', en: 'No buildings yet' },
        todo: {
          zh: '先登记建筑,再登记它的表计,读数就有了归属。',
          en: 'Register a building first, then its meters: readings then have a place.',
        },
      }}
    />
  );
}
