import { LedgerPage, useRead, useWords } from '@opengoa/web-kit';
import { categories } from '../../words.zh.ts';
import { toGeoJson } from './fence-drawing.ts';

/** 电子围栏. */
export default function FenceList() {
  const { w } = useWords();
  const where = useRead('vehicles.whereabouts', {});
  const fences = where.answer?.fences ?? [];
  return (
    <LedgerPage
      list="vehicles.fences"
      searchBy={['name', 'use', 'state']}
      cells={{
        categories: (row) =>
          [row['categories']]
            .flat()
            .map((category) => w(categories[category as keyof typeof categories]))
            .join('、') || '—',
      }}
      tones={{ state: { drawn: 'done', removed: 'plain' } }}
      acts={
        fences.length > 0 && (
          <a
            className="k-link"
            download="围栏.geojson"
            href={`data:application/geo+json;charset=utf-8,${encodeURIComponent(toGeoJson(fences))}`}
          >
            {w({ zh: '导出 GeoJSON', en: 'As GeoJSON' })}
          </a>
        )
      }
      empty={{
        title: { zh: '还没有划定围栏', en: 'No fences yet' },
        todo: { zh: '划定停放地后，可核对夜间停放。', en: 'Draw the place of custody to check nights.' },
      }}
    />
  );
}
