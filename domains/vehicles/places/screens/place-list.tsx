import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 地点: whose coordinates are known. */
export default function PlaceList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.places"
      searchBy={['name', 'kind', 'unit_id']}
      tones={{ state: { kept: 'done', removed: 'plain' } }}
      about={{
        zh: '登记出发地和停放地的坐标后，当日派车方案按此估算空驶里程；没有坐标的写“不详”，不当作 0。',
        en: 'With the coordinates of where trips begin and vehicles are parked, the proposal of a day reckons empty kilometres; unknown is never 0.',
      }}
      below={({ id, ...row }) =>
        row['state'] === 'kept' && (
          <Go
            className="k-link"
            to={`/vehicles/places/keep?place=${String(id)}&name=${encodeURIComponent(String(row['name']))}`}
          >
            {w({ zh: '修改', en: 'Change' })}
          </Go>
        )
      }
      empty={{
        title: { zh: '还没有登记地点', en: 'No places yet' },
        todo: {
          zh: '先登记本单位的办公地点和停车场地，可在图上点取。',
          en: 'Begin with the office and the parking place; they may be pressed onto the map.',
        },
      }}
    />
  );
}
