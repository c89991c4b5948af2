import {
  type Answer,
  DayField,
  Go,
  number,
  Section,
  Shown,
  StatusTag,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { carriers, measures, meterKinds, meterUses } from '../../words.zh.ts';
import '../../meters/screens/meter-tree.css';

type Meter = Answer<'energy.meter-tree'>['meters'][number];

/** 某日的表计结构: the tree as it stood on a day that is chosen, with what each meter measured that day. */
export function TreeSection({ building, last }: { readonly building: string; readonly last: string }) {
  const { w } = useWords();
  const way = useWay();
  const day = way.query['stood'] ?? last;
  const known = useRead('energy.meter-tree', { building, day }, { keep: true });
  const label = w({ zh: '哪一天', en: 'On which day' });
  return (
    <Section title={{ zh: '某日的表计结构', en: 'The meter tree on a day' }}>
      <p>
        <DayField
          id="stood"
          label={label}
          value={day}
          onChange={(to) => way.go(withQuery(way, { stood: to ?? last }), { replace: true })}
        />
      </p>
      <Shown known={known} lines={4}>
        {({ meters }) =>
          meters.length === 0 ? (
            <p className="k-faint">{w({ zh: '那一天没有在用的表计。', en: 'No meter was in service on that day.' })}</p>
          ) : (
            <Branch all={meters} here={meters.filter(({ parent }) => !meters.some(({ id }) => id === parent))} />
          )
        }
      </Shown>
    </Section>
  );
}

function Branch({ all, here }: { readonly all: readonly Meter[]; readonly here: readonly Meter[] }) {
  const { w } = useWords();
  return (
    <ul className="e-tree">
      {here.map((meter) => {
        const below = all.filter(({ parent }) => parent === meter.id);
        return (
          <li key={meter.id}>
            <p>
              <Go className="k-link" to={`/energy/meters/${meter.id}`}>
                {meter.name}
              </Go>{' '}
              <span className="k-faint">
                {[
                  w(carriers[meter.carrier]),
                  w(meterKinds[meter.kind]),
                  meter.use && w(meterUses[meter.use]),
                  meter.key,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>{' '}
              <span>
                {meter.amount === null
                  ? w({ zh: '当日无读数', en: 'not read that day' })
                  : `${number(meter.amount, 1)} ${measures[meter.measure].en}`}
              </span>{' '}
              {meter.changed && <StatusTag tone="plain">{w({ zh: '与现在不同', en: 'otherwise than now' })}</StatusTag>}
            </p>
            {below.length > 0 && <Branch all={all} here={below} />}
          </li>
        );
      })}
    </ul>
  );
}
