import { Go, instant, number, percent, StatusTag, useWords } from '@opengoa/web-kit';
import type { Answer } from '@opengoa/web-kit';
import { measures, meterUses } from '../../words.zh.ts';
import './meter-tree.css';

type Meter = Answer<'energy.building'>['meters'][number];
type Remainder = Answer<'energy.building'>['remainders'][number];

/** 谁在用: the meters of one carrier as a tree, each with its share of the year as a bar. */
export function MeterTree({
  meters,
  remainders,
}: {
  readonly meters: readonly Meter[];
  readonly remainders: readonly Remainder[];
}) {
  const most = Math.max(1, ...meters.map(({ amount }) => amount));
  const known = new Set(meters.map(({ id }) => id));
  const roots = meters.filter(({ parent }) => parent === null || !known.has(parent));
  return <Branch all={meters} here={roots} most={most} remainders={remainders} />;
}

function Branch({
  all,
  here,
  most,
  remainders,
}: {
  readonly remainders: readonly Remainder[];
  readonly all: readonly Meter[];
  readonly here: readonly Meter[];
  readonly most: number;
}) {
  const { w, language } = useWords();
  return (
    <ul className="e-tree">
      {here.map((meter) => {
        const below = all.filter(({ parent }) => parent === meter.id);
        const remainder = remainders.find((each) => each.meter === meter.id);
        return (
          <li key={meter.id}>
            <p>
              <Go className="k-link" to={`/energy/meters/${meter.id}`}>
                {meter.name}
              </Go>
              {meter.use !== null && <span className="k-faint">{w(meterUses[meter.use])}</span>}
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
            {below.length > 0 && <Branch all={all} here={below} most={most} remainders={remainders} />}
            {below.length > 0 && remainder && <Rest of={remainder} measure={meter.measure} />}
          </li>
        );
      })}
    </ul>
  );
}

/** 其余: what was measured above and not below. It is reckoned, so it says over how many days. */
function Rest({ of, measure }: { readonly of: Remainder; readonly measure: Meter['measure'] }) {
  const { w } = useWords();
  return (
    <p className="e-rest">
      <span>{w({ zh: '其余（推算）', en: 'The rest (reckoned)' })}</span>{' '}
      <span>
        {number(of.amount, 0)} {measures[measure].en}
        {of.share === null ? '' : ` · ${percent(of.share)}`}
      </span>{' '}
      <span className="k-faint">
        {w({ zh: `共 ${of.days} 天总分表均有读数`, en: `over ${of.days} days on which all were read` })}
      </span>
      {of.over && (
        <StatusTag tone="check">
          {w({ zh: '分表之和大于总表，待核实', en: 'Those below exceed it: to be verified' })}
        </StatusTag>
      )}
    </p>
  );
}
