import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  type Answer,
  Chart,
  EmptyState,
  number,
  Page,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  UnitPicker,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';

type Waste = Answer<'energy.kitchen-waste'>;
const months = Array.from({ length: 12 }, (_, i) => i + 1);

/** 食堂厨余: waste for each meal and each person, month by month, beside the year before. */
export default function CanteenPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const year = query['year'] ?? shanghaiParts(opened)?.day.slice(0, 4) ?? '';
  const own = useRead('energy.own-institution', {}, { keep: true });
  const unit = query['unit'] ?? own.answer?.institution ?? undefined;
  const go = (to: Record<string, string>) => way.go(withQuery(way, { ...query, ...to }), { replace: true });
  return (
    <Page
      title={{ zh: `食堂厨余 ${year}`, en: `Kitchen waste ${year}` }}
      about={words(
        '按月登记厨余垃圾和供餐人次，计算餐均和人均厨余，并与上年同月比较。',
        'Kitchen waste and meals by the month: for each meal, for each person, beside the same months of the year before.',
      )}
      acts={
        <>
          <Button onClick={() => go({ year: String(Number(year) - 1) })}>{w(words('上一年', 'Year before'))}</Button>{' '}
          <Button onClick={() => go({ year: String(Number(year) + 1) })}>{w(words('下一年', 'Year after'))}</Button>
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
          label={w(words('单位', 'Unit'))}
          onChange={(to) => to && go({ unit: to.id })}
        />
      </Section>
      {unit === undefined && own.loading ? null : unit === undefined ? (
        <EmptyState
          icon="chart"
          title={words('请选择单位', 'Choose a unit')}
          todo={words('选择食堂所属单位后显示其厨余指标。', 'Choose the unit whose canteens are to be shown.')}
        />
      ) : (
        <OneUnit unit={unit} year={year} />
      )}
    </Page>
  );
}

function OneUnit({ unit, year }: { readonly unit: string; readonly year: string }) {
  const known = useRead('energy.kitchen-waste', { unit, year }, { keep: true });
  return (
    <Shown known={known} lines={10}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Waste }) {
  const { w } = useWords();
  const { total, before } = it;
  const against = (now: number, then: number | undefined) =>
    then === undefined || then === 0
      ? ''
      : `（${w(words('同比', 'on the year before'))} ${now > then ? '+' : ''}${percent(now / then - 1)}）`;
  return (
    <>
      <Section title={it.unitName} acts={<ActButtons may={it.may} object={{ unit: it.unit }} />}>
        {total === null ? (
          <p className="k-faint">
            {w(
              words(
                '这一年还没有登记。登记后显示餐均、人均厨余。',
                'Nothing was recorded of this year yet. Record a month to see it.',
              ),
            )}
          </p>
        ) : (
          <Pairs
            pairs={[
              { term: words('厨余垃圾', 'Waste'), value: `${number(total.wasteKg, 1)} kg` },
              { term: words('供餐人次', 'Meals'), value: number(total.meals) },
              {
                term: words('餐均厨余', 'For each meal'),
                value: `${number(total.gPerMeal, 0)} g${against(total.gPerMeal, before?.gPerMeal)}`,
              },
              {
                term: words('人均厨余', 'For each person'),
                value: `${number(total.kgPerPerson, 2)} kg${against(total.kgPerPerson, before?.kgPerPerson)}`,
              },
            ]}
          />
        )}
        {total !== null && before === null && (
          <p className="k-faint">
            {w(
              words(
                '上年同月未全部登记，不作比较。',
                'Not every same month of the year before was recorded: not compared.',
              ),
            )}
          </p>
        )}
      </Section>
      {it.canteens.map((canteen) => (
        <Section key={canteen.name} title={canteen.name}>
          <Chart
            title={{ zh: `${canteen.name} 餐均厨余`, en: `${canteen.name}, waste for each meal` }}
            height={220}
            data={{
              kind: 'bar',
              x: months.map((month) => w({ zh: `${month}月`, en: String(month) })),
              unit: 'g',
              series: [
                {
                  title: words('餐均厨余', 'For each meal'),
                  values: months.map((month) => canteen.months.find((each) => each.month === month)?.gPerMeal ?? null),
                },
              ],
            }}
          />
          <ul>
            {canteen.months.map((each) => (
              <li key={each.month}>
                {w({ zh: `${each.month}月`, en: `Month ${each.month}` })}：{number(each.wasteKg, 1)} kg ÷{' '}
                {number(each.meals)} {w(words('人次', 'meals'))} = {number(each.gPerMeal, 0)} g，
                {w(words('人均', 'each person'))} {number(each.kgPerPerson, 2)} kg{' '}
                <span className="k-faint">{each.document}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
