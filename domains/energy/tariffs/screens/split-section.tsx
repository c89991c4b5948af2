import {
  type Answer,
  Chart,
  type ChartData,
  EMPTY,
  Figure,
  number,
  percent,
  Section,
  Shown,
  TableBox,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { useMemo } from 'react';
import { carriers, measures, meterUses } from '../../words.zh.ts';
import { bands } from '../words.zh.ts';

type Split = Answer<'energy.split'>;

/** 分时用电与费用: what was used and paid by the time of the day, and by what sub-meters measure apart. */
export function SplitSection({ building, year }: { readonly building: string; readonly year: number }) {
  const known = useRead('energy.split', { building, year: String(year) }, { keep: true });
  return (
    <Section title={{ zh: '分时、分项用电与费用', en: 'By time of day, by category, and what it cost' }}>
      <Shown known={known} lines={8}>
        {(it) => <Told of={it} />}
      </Shown>
    </Section>
  );
}

interface Row {
  readonly title: string;
  readonly kwh: number;
  readonly fen?: number | null;
}

function Told({ of }: { readonly of: Split }) {
  const { w } = useWords();
  const byTime: Row[] = [
    ...of.bands.map(({ band, kwh, fen }) => ({ title: w(bands[band]), kwh, fen })),
    ...(of.withoutBand.kwh === 0 && of.bands.length > 0
      ? []
      : [{ title: w({ zh: '未分时段', en: 'In no period' }), ...of.withoutBand }]),
  ];
  const byCategory: Row[] = [
    ...of.categories.map(({ use, kwh }) => ({ title: w(meterUses[use]), kwh })),
    ...(of.restKwh === null || of.categories.length === 0
      ? []
      : [{ title: w({ zh: '其余（未分项）', en: 'The rest' }), kwh: of.restKwh }]),
  ];
  return (
    <>
      <Table rows={byTime} of={of} head={w({ zh: '时段', en: 'Period' })} money />
      {of.bands.length === 0 && (
        <p className="k-faint">
          {w({
            zh: '没有适用的分时电价；登记后按尖峰平谷分列。',
            en: 'No tariff by the hour is in force; once one is set, use is told by it.',
          })}
        </p>
      )}
      {of.bands.length > 0 && <Months of={of} />}
      {byCategory.length > 0 && <Table rows={byCategory} of={of} head={w({ zh: '分项', en: 'Category' })} />}
      {of.restKwh === null && (
        <p className="k-faint">
          {w({ zh: '分项表之和大于总表，待核实。', en: 'The sub-meters exceed the main meter: to be verified.' })}
        </p>
      )}
      {of.others.length > 0 && (
        <p>
          {of.others
            .map(
              ({ carrier, measure, amount, fen }) =>
                `${w(carriers[carrier])} ${number(amount, 0)} ${measures[measure].en}${fen === null ? w({ zh: '（未登记单价）', en: ' (no price)' }) : ` · ${yuan(fen, true)}`}`,
            )
            .join('；')}
        </p>
      )}
    </>
  );
}

function Table({
  rows,
  of,
  head,
  money = false,
}: {
  readonly rows: readonly Row[];
  readonly of: Split;
  readonly head: string;
  readonly money?: boolean;
}) {
  const { w } = useWords();
  const period = `${of.year}-01-01 – ${of.year}-12-31`;
  const paper = of.tariffs.map(({ from, unitName, document }) => `${document}（${unitName}，${from} 起）`).join('；');
  const source = (value: string, unit: string) => ({
    value,
    unit,
    period,
    definition: {
      zh: '总表逐时用量按当日适用的时段和电价归并；存疑读数不计入；没有逐时读数或当日没有分时电价的，按登记的平均单价',
      en: 'hours of main meters by the period and price of their day; what is in no period by the mean price',
    },
    article: paper || null,
    rows: `/energy/months?f.kind=main&f.carrier=electricity&f.building_id=${of.building}&f.month.from=${of.year}-01-01&f.month.to=${of.year}-12-31`,
  });
  return (
    <TableBox title={head}>
      <table className="k-table k-table-dense">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="k-amount">
              {w({ zh: '用电 kWh', en: 'kWh' })}
            </th>
            <th scope="col" className="k-amount">
              {w({ zh: '占比', en: 'Share' })}
            </th>
            {money && (
              <th scope="col" className="k-amount">
                {w({ zh: '费用 元', en: 'Cost, yuan' })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[...rows, { title: w({ zh: '合计', en: 'Sum' }), kwh: of.kwh, fen: of.fen }].map(({ title, kwh, fen }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className="k-amount">
                <Figure title={title} source={source(number(kwh, 0), 'kWh')}>
                  {number(kwh, 0)}
                </Figure>
              </td>
              <td className="k-amount">{of.kwh === 0 ? EMPTY : percent(kwh / of.kwh)}</td>
              {money && (
                <td className="k-amount">
                  {fen === null || fen === undefined ? (
                    EMPTY
                  ) : (
                    <Figure title={title} source={source(yuan(fen), '元')}>
                      {yuan(fen)}
                    </Figure>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Months({ of }: { readonly of: Split }) {
  const data = useMemo((): ChartData => {
    const tones = { sharp: 'check', peak: 'main', flat: 'muted', valley: 'muted', deep: 'muted' } as const;
    return {
      kind: 'bar',
      x: of.months.map(({ month }) => String(month)),
      unit: 'kWh',
      series: of.bands.map(({ band }) => ({
        title: bands[band],
        tone: tones[band],
        values: of.months.map((month) => month.bands.find((each) => each.band === band)?.kwh ?? null),
      })),
    };
  }, [of]);
  return <Chart title={{ zh: '各月分时用电', en: 'By month and period' }} data={data} height={200} />;
}
