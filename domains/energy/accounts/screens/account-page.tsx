import {
  type Answer,
  type ChartData,
  Chart,
  EmptyState,
  Go,
  Page,
  type ScreenProps,
  Section,
  Shown,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { useMemo } from 'react';
import { AccountTable } from './account-table.tsx';
import './account.css';

type Account = Answer<'energy.account'>;

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}`);
const tonnes = (kg: number | null) => (kg === null ? null : kg / 1000);

/** 碳账户: a year's standard coal and carbon by unit, or by the buildings of one; every number opens to its rows and factors. */
export default function AccountPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const known = useRead(
    'energy.account',
    { ...(query['year'] ? { year: query['year'] } : {}), ...(query['unit'] ? { unit: query['unit'] } : {}) },
    { keep: true },
  );
  const answer = known.answer;
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    way.go(withQuery(way, change), { replace: true });
  return (
    <Page
      title={{
        zh: `碳账户${answer ? ` ${answer.year} 年` : ''}${answer?.unitName ? ` · ${answer.unitName}` : ''}`,
        en: `Energy and carbon account${answer ? ` ${answer.year}` : ''}${answer?.unitName ? ` · ${answer.unitName}` : ''}`,
      }}
      about={{
        zh: '总表用量逐月按当月适用的系数折算；范围一为燃气、油品，范围二为外购电力、热力。点击数字查看由来。',
        en: 'Main meters, each month by the factor in force in it. Scope 1 is gas and fuel, scope 2 bought electricity and heat. Press a number for its source.',
      }}
      acts={
        answer && (
          <>
            <Select
              aria-label={w({ zh: '年份', en: 'Year' })}
              value={answer.year}
              options={(answer.years.includes(answer.year) ? answer.years : [answer.year, ...answer.years]).map(
                (each) => ({ value: each, label: String(each) }),
              )}
              onChange={(each) => set({ year: String(each) })}
            />{' '}
            {answer.unit !== null && (
              <Go className="k-link" to={withQuery(way, { unit: undefined })}>
                {w({ zh: '全部单位', en: 'All units' })}
              </Go>
            )}
          </>
        )
      }
    >
      <Shown known={known} lines={12}>
        {(it) =>
          it.rows.length === 0 ? (
            <EmptyState
              title={{ zh: '这一年没有读数', en: 'Nothing was read in this year' }}
              todo={{
                zh: '接收或导入读数后，账户由此生成。',
                en: 'The account is made from readings as they come in.',
              }}
            />
          ) : (
            <>
              <Section
                title={{ zh: it.unit === null ? '各单位' : '各建筑', en: it.unit === null ? 'Units' : 'Buildings' }}
              >
                <AccountTable account={it} />
              </Section>
              <Intensities account={it} />
              <Section>
                <Months account={it} />
              </Section>
              <Section title={{ zh: '与上年相比', en: 'Against the year before' }}>
                <Change account={it} />
              </Section>
            </>
          )
        }
      </Shown>
    </Page>
  );
}

/** Units or buildings side by side, by area; those without an area or without electricity are left out. */
function Intensities({ account: { rows } }: { readonly account: Account }) {
  const data = useMemo((): Extract<ChartData, { kind: 'bar' }> | null => {
    const known = rows
      .flatMap(({ name, perM2 }) => (perM2 === null || perM2.kwh === 0 ? [] : [{ name, kwh: perM2.kwh }]))
      .toSorted((a, b) => b.kwh - a.kwh);
    if (known.length < 2) return null;
    return {
      kind: 'bar',
      lying: true,
      unit: 'kWh/㎡',
      x: known.map(({ name }) => name),
      series: [{ title: { zh: '单位面积用电', en: 'Electricity per area' }, values: known.map(({ kwh }) => kwh) }],
    };
  }, [rows]);
  if (!data) return null;
  return (
    <Section title={{ zh: '单位面积用电比较', en: 'Electricity per area, side by side' }}>
      <Chart
        title={{ zh: '单位面积用电（kWh/㎡，按天平均的面积）', en: 'kWh per m², by the mean area' }}
        data={data}
        height={Math.min(480, 60 + 28 * data.x.length)}
      />
    </Section>
  );
}

function Months({ account: { months: of, year } }: { readonly account: Account }) {
  const data = useMemo(
    (): ChartData => ({
      kind: 'bar',
      x: months,
      unit: 'tCO₂',
      series: [
        {
          title: { zh: `${year} 年`, en: `${year}` },
          values: of.map(({ scope1Kg, scope2Kg }) =>
            scope1Kg === null && scope2Kg === null ? null : tonnes((scope1Kg ?? 0) + (scope2Kg ?? 0)),
          ),
        },
        {
          title: { zh: `${year - 1} 年`, en: `${year - 1}` },
          values: of.map(({ carbonKgBefore }) => tonnes(carbonKgBefore)),
          tone: 'muted',
        },
      ],
    }),
    [of, year],
  );
  return <Chart title={{ zh: '各月碳排放（tCO₂）', en: 'Carbon by month (tCO₂)' }} data={data} height={220} />;
}

/** Why it changed: terms that add up to the difference, with nothing left over. */
function Change({ account: { change, year } }: { readonly account: Account }) {
  const { w } = useWords();
  const data = useMemo(
    (): ChartData | null =>
      change && {
        kind: 'bar',
        lying: true,
        unit: 'tCO₂',
        x: ['建筑面积', '单位面积用能', '能源结构', '排放因子', '新增或停用建筑'],
        series: [
          {
            title: { zh: '影响', en: 'Effect' },
            values: [change.areaKg, change.intensityKg, change.mixKg, change.factorKg, change.comeOrGoneKg].map(tonnes),
          },
        ],
      },
    [change],
  );
  if (!change || !data)
    return (
      <p className="k-faint">
        {w({
          zh: '上年没有可比的读数，或没有登记建筑面积。',
          en: 'Nothing comparable was read the year before, or no floor area is registered.',
        })}
      </p>
    );
  const t = (kg: number) => (kg / 1000).toFixed(1);
  return (
    <Chart
      title={{
        zh: `碳排放由 ${t(change.beforeKg)} 变为 ${t(change.nowKg)} tCO₂，各因素之和等于差额 ${t(change.nowKg - change.beforeKg)}`,
        en: `From ${t(change.beforeKg)} to ${t(change.nowKg)} tCO₂; the terms add up to ${t(change.nowKg - change.beforeKg)}`,
      }}
      data={data}
      height={220}
      foot={w({
        zh: `对数平均迪氏分解（LMDI），${year} 年与上年同月份，计有面积的 ${change.buildings}/${change.of} 栋建筑，不含车辆用油。`,
        en: `LMDI, the same months of ${year} and the year before; ${change.buildings} of ${change.of} buildings have an area; fuel of vehicles left out.`,
      })}
    />
  );
}
