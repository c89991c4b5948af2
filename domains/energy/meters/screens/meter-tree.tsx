import { Go, instant, number, StatusTag, useWords } from '@opengoa/web-kit';
import type { Answer } from '@opengoa/web-kit';
import { measures } from '../../words.zh.ts';
import './meter-tree.css';

type Meter = Answer<'energy.building'>['meters'][number];

/** 谁在用: the meters of one carrier as a tree, each with its share of the year as a bar. */
export function MeterTree({ meters }: { readonly meters: readonly Meter[] }) {
  const most = Math.max(1, ...meters.map(({ amount }) => amount));
  const known = new Set(meters.map(({ id }) => id));
  const roots = meters.filter(({ parent }) => parent === null || !known.has(parent));
  return <Branch all={meters} here={roots} most={most} />;
}

function Branch({
  all,
  here,
  most,
}: {
  readonly all: readonly Meter[];
  readonly here: readonly Meter[];
  readonly most: number;
}) {
  const { w, language } = useWords();
  return (
    <ul className="e-tree">
      {here.map((meter) => {
        const below = all.filter(({ parent }) => parent === meter.id);
        return (
          <li key={meter.id}>
            <p>
              <Go className="k-link" to={`/energy/meters/${meter.id}`}>
                {meter.name}
              </Go>
              <span>
                {number(meter.amount, 0)} {measures[meter.measure].en}
              </span>
              {meter.stale && (
                <StatusTag tone="plain">
                  {meter.lastAt === null
                    ? w({ zh: '从未读数', en: 'never read' })
                    : w({
                        zh: `最近 ${instant(meter.lastAt, language)}`,
                        en: `last ${instant(meter.lastAt, language)}`,
                      })}
                </StatusTag>
              )}
            </p>
            <i style={{ width: `${(100 * meter.amount) / most}%` }} />
            {below.length > 0 && <Branch all={all} here={below} most={most} />}
          </li>
        );
      })}
    </ul>
  );
}
