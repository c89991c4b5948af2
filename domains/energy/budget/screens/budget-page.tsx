import { words as fact } from '@opengoa/kernel/words';
import {
  ActButtons,
  type Answer,
  Chart,
  day,
  EmptyState,
  Figure,
  Go,
  instant,
  number,
  Page,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  StatusTag,
  TableBox,
  UnitPicker,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { carriers, measures } from '../../words.zh.ts';
import { QuotaSection } from '../../quota/screens/quota-section.tsx';
import { excessStates } from '../../excess/words.zh.ts';
import { budgetStates, projections } from '../words.zh.ts';

type Budget = Answer<'energy.budget'>;
const tones = { none: 'plain', 'too-early': 'plain', within: 'done', warn: 'check', over: 'check' } as const;
const savings = [0, 2, 5, 8, 10, 15, 20];

/** 年度用能预算: plan and use by month, how the year ends as it is going, and what if some of the rest were saved. */
export default function BudgetPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const year = query['year'] ?? shanghaiParts(opened)?.day.slice(0, 4) ?? '';
  const carrier = (query['carrier'] ?? 'electricity') as keyof typeof carriers;
  const own = useRead('energy.own-institution', {}, { keep: true });
  const unit = query['unit'] ?? own.answer?.institution ?? undefined;
  const go = (to: Record<string, string>) => way.go(withQuery(way, { ...query, ...to }), { replace: true });
  return (
    <Page
      title={{ zh: `用能预算 ${year}`, en: `Energy budget ${year}` }}
      about={fact(
        '核定单位年度用量，按去年形状分到月和建筑；推算超出时提醒节能专员，恢复后提醒自动撤销。',
        'A unit’s year, broken down by last year’s shape; who keeps the energy is reminded when the year is going above it, until it is no longer so.',
      )}
      acts={
        <>
          <Select
            aria-label={w(fact('能源', 'Carrier'))}
            value={carrier}
            onChange={(to) => go({ carrier: to })}
            options={Object.entries(carriers).map(([value, words]) => ({ value, label: w(words) }))}
          />{' '}
          <Button onClick={() => go({ year: String(Number(year) - 1) })}>{w(fact('上一年', 'Year before'))}</Button>{' '}
          <Button onClick={() => go({ year: String(Number(year) + 1) })}>{w(fact('下一年', 'Year after'))}</Button>
        </>
      }
    >
      <Section>
        <UnitPicker
          value={
            unit === undefined
              ? undefined
              : { id: unit, label: unit === own.answer?.institution ? (own.answer.name ?? unit) : unit }
          }
          where={{ 'f.kind': 'institution' }}
          label={w(fact('单位', 'Unit'))}
          onChange={(to) => to && go({ unit: to.id })}
        />
      </Section>
      {unit === undefined && own.loading ? null : unit === undefined ? (
        <EmptyState
          icon="chart"
          title={fact('请选择单位', 'Choose a unit')}
          todo={fact('选择独立填报的单位后显示其年度预算。', 'The year of one institution is shown here.')}
        />
      ) : (
        <OneBudget unit={unit} year={year} carrier={carrier} query={query} go={go} />
      )}
    </Page>
  );
}

function OneBudget({
  unit,
  year,
  carrier,
  query,
  go,
}: {
  readonly unit: string;
  readonly year: string;
  readonly carrier: keyof typeof carriers;
  readonly query: Readonly<Record<string, string>>;
  readonly go: (to: Record<string, string>) => void;
}) {
  const saving = query['saving'] ?? '0';
  const known = useRead(
    'energy.budget',
    { unit, year, carrier, ...(saving === '0' ? {} : { saving }) },
    { keep: true },
  );
  return (
    <Shown known={known} lines={12}>
      {(it) => <Loaded budget={it} go={go} />}
    </Shown>
  );
}

function Loaded({ budget: it, go }: { readonly budget: Budget; readonly go: (to: Record<string, string>) => void }) {
  const { w, language } = useWords();
  const unit = measures[it.measure].en;
  const shown = (value: number | null) => (value === null ? '—' : `${number(Math.round(value))} ${unit}`);
  return (
    <>
      <Section
        title={it.unitName}
        acts={
          <ActButtons
            may={it.may}
            object={{
              unit: it.unit,
              year: it.year,
              carrier: it.carrier,
              amount: it.budget,
              document: it.document,
              excess: it.excess?.id,
            }}
          />
        }
      >
        <p>
          <StatusTag tone={tones[it.state]}>{w(budgetStates[it.state])}</StatusTag>{' '}
          {it.until && (
            <span className="k-faint">
              {w(fact('读数截至', 'read up to'))} {day(it.until, language)}
            </span>
          )}
        </p>
        <Pairs
          pairs={[
            {
              term: fact('年度预算', 'Budget'),
              value: it.budget === null ? '—' : `${shown(it.budget)}${it.document ? `（${it.document}）` : ''}`,
            },
            {
              term: fact('已用', 'Used'),
              value: `${shown(it.used)}${it.budget === null ? '' : `（${percent(it.used / it.budget)}）`}`,
            },
            {
              term: fact('推算全年', 'The year as it is going'),
              value: (
                <Figure
                  source={{
                    value: it.projected,
                    unit,
                    period: String(it.year),
                    formula: it.by
                      ? {
                          zh: `已用 + ${projections[it.by].zh}${it.saving > 0 ? `，剩余部分节约 ${percent(it.saving / 100)}` : ''}`,
                          en: `used + ${projections[it.by].en}${it.saving > 0 ? `, with ${percent(it.saving / 100)} of the rest saved` : ''}`,
                        }
                      : null,
                  }}
                >
                  {shown(it.projected)}
                </Figure>
              ),
            },
            ...(it.by === null
              ? []
              : [
                  {
                    term: fact('推算依据', 'Reckoned by'),
                    value: `${w(projections[it.by])}${it.errorPercent === null ? '' : w(fact(`；基线离散度 CV(RMSE) ${number(it.errorPercent, 1)}%`, `; the baseline’s CV(RMSE) ${number(it.errorPercent, 1)} %`))}`,
                  },
                ]),
            ...(it.low !== null && it.high !== null
              ? [{ term: fact('九成把握区间', '90 % interval'), value: `${shown(it.low)} — ${shown(it.high)}` }]
              : []),
            ...(it.exceeds
              ? [
                  {
                    term: fact('超出预算的可能', 'Chance to end above'),
                    value: `${percent(Math.min(it.exceeds.correlated, it.exceeds.independent))} — ${percent(Math.max(it.exceeds.correlated, it.exceeds.independent))}`,
                  },
                ]
              : []),
          ]}
        />
        <p>
          <label>
            {w(fact('如果剩余时间节约', 'What if of the rest was saved'))}{' '}
            <Select
              aria-label={w(fact('如果剩余时间节约', 'What if of the rest was saved'))}
              value={String(it.saving)}
              onChange={(to: string) => go({ saving: to })}
              options={savings.map((each) => ({ value: String(each), label: percent(each / 100) }))}
            />
          </label>
        </p>
      </Section>
      {it.excess && (
        <Section title={fact('超定额说明', 'Why it is above')}>
          <p>
            <StatusTag tone={it.excess.state === 'open' ? 'check' : 'done'}>
              {w(excessStates[it.excess.state])}
            </StatusTag>{' '}
            {it.excess.says}
          </p>
          {it.excess.reason !== null && (
            <Pairs
              pairs={[
                { term: fact('原因', 'Why'), value: it.excess.reason, wide: true },
                { term: fact('措施', 'Done about it'), value: it.excess.measures ?? '', wide: true },
                {
                  term: fact('说明人', 'Explained by'),
                  value: `${it.excess.answeredName ?? ''} ${instant(it.excess.answeredAt, language)}`,
                },
              ]}
            />
          )}
        </Section>
      )}
      <Section title={fact('各月', 'By month')}>
        <Chart
          title={fact('各月预算与用量', 'Budget and use by month')}
          data={{
            kind: 'bar',
            x: it.months.map(({ month }) => w({ zh: `${month}月`, en: String(month) })),
            unit,
            series: [
              { title: fact('预算', 'Budget'), values: it.months.map(({ planned }) => planned), tone: 'muted' },
              { title: fact('已用', 'Used'), values: it.months.map(({ used }) => used), tone: 'main' },
              {
                title: fact('推算', 'Expected'),
                values: it.months.map(({ expected }) => (expected === null || expected === 0 ? null : expected)),
                tone: 'check',
              },
            ],
          }}
        />
      </Section>
      {it.buildings.length > 0 && (
        <Section title={fact('各建筑', 'By building')}>
          <TableBox title={w(fact('各建筑', 'By building'))}>
            <table className="k-table">
              <thead>
                <tr>
                  <th scope="col">{w(fact('建筑', 'Building'))}</th>
                  <th scope="col">{w(fact('状态', 'State'))}</th>
                  <th scope="col">{w(fact('预算', 'Budget'))}</th>
                  <th scope="col">{w(fact('已用', 'Used'))}</th>
                  <th scope="col">{w(fact('推算全年', 'As it is going'))}</th>
                </tr>
              </thead>
              <tbody>
                {it.buildings.map((each) => (
                  <tr key={each.id}>
                    <td>
                      <Go className="k-link" to={`/energy/buildings/${each.id}`}>
                        {each.name}
                      </Go>
                    </td>
                    <td>
                      <StatusTag tone={tones[each.state]}>{w(budgetStates[each.state])}</StatusTag>
                    </td>
                    <td>{each.budget === null ? '—' : number(Math.round(each.budget))}</td>
                    <td>{number(Math.round(each.used))}</td>
                    <td>{each.projected === null ? '—' : number(Math.round(each.projected))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </Section>
      )}
      <QuotaSection of={{ unit: it.unit }} />
    </>
  );
}
