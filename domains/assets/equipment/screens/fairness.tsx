import {
  type Answer,
  Chart,
  EmptyState,
  Go,
  number,
  Page,
  percent,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { limitTitles } from '../words.zh.ts';
import { ChosenUnit } from './chosen-unit.tsx';

const fact = (zh: string, en: string) => ({ zh, en });
type Fairness = Answer<'assets.fairness'>;
type Limit = keyof typeof limitTitles;

/** 配置均衡: holdings per head beside the standard, unit by unit. */
export default function FairnessPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const limit = (query['limit'] ?? 'desktop') as Limit;
  const go = (to: Record<string, string>) => way.go(withQuery(way, { ...query, ...to }), { replace: true });
  return (
    <Page
      title={fact('配置均衡', 'Holdings per head')}
      about={fact(
        '同一品目在各单位的人均数与标准对照，供统筹调剂；人少的单位只作说明，不涉及个人。',
        'One item in several units, per head beside the standard, for moving things where they lack; small units are only told, and nobody is named.',
      )}
      acts={
        <Select
          aria-label={w(fact('品目', 'Item'))}
          value={limit}
          style={{ minWidth: 180 }}
          onChange={(to) => go({ limit: to })}
          options={Object.entries(limitTitles).map(([value, words]) => ({ value, label: w(words) }))}
        />
      }
    >
      <OneTree root={query['unit']} limit={limit} choose={(to) => go({ unit: to })} />
    </Page>
  );
}

function OneTree({
  root,
  limit,
  choose,
}: {
  readonly root: string | undefined;
  readonly limit: Limit;
  readonly choose: (unit: string) => void;
}) {
  const known = useRead('assets.fairness', { ...(root === undefined ? {} : { root }), limit }, { keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => (
        <>
          <ChosenUnit unit={it.root} onChange={choose} />
          {it.bars.length === 0 ? (
            <EmptyState
              icon="chart"
              title={fact('没有可比较的单位', 'No units to compare')}
              todo={fact(
                `只比较 ${it.leastPeople} 人以上的单位；可选择上一级单位。`,
                `Units with at least ${it.leastPeople} people are compared; choose one further up.`,
              )}
            />
          ) : (
            <Bars of={it} />
          )}
        </>
      )}
    </Shown>
  );
}

function Bars({ of: it }: { readonly of: Fairness }) {
  const { w } = useWords();
  const cards = (unit: string) => `/assets/equipment/cards?f.unit_id=${unit}&f.equipment=${it.items.join(',')}`;
  return (
    <>
      <Section>
        <Chart
          title={fact('人均数与标准', 'Per head, beside the standard')}
          height={Math.max(220, 60 + it.bars.length * 34)}
          data={{
            kind: 'bar',
            lying: true,
            x: it.bars.map(({ unitName }) => unitName),
            unit: w(fact('件/人', 'each')),
            series: [
              { title: fact('人均', 'Per head'), values: it.bars.map(({ perHead }) => perHead), tone: 'main' },
              {
                title: fact('标准', 'Standard'),
                values: it.bars.map(({ allowedPerHead }) => allowedPerHead),
                tone: 'muted',
              },
            ],
          }}
        />
      </Section>
      <Section title={limitTitles[it.limit]}>
        <TableBox title={w(limitTitles[it.limit])}>
          <table className="k-table">
            <thead>
              <tr>
                <th>{w(fact('单位', 'Unit'))}</th>
                <th>{w(fact('人数', 'People'))}</th>
                <th>{w(fact('现有', 'Held'))}</th>
                <th>{w(fact('可配', 'Allowed'))}</th>
                <th>{w(fact('人均', 'Per head'))}</th>
                <th>{w(fact('现有/可配', 'Held / allowed'))}</th>
              </tr>
            </thead>
            <tbody>
              {it.bars.map((bar) => (
                <tr key={bar.unit}>
                  <td>
                    <Go className="k-link" to={`/assets/equipment?unit=${bar.unit}`}>
                      {bar.unitName}
                    </Go>
                  </td>
                  <td>{number(bar.people)}</td>
                  <td>
                    <Go className="k-link" to={cards(bar.unit)}>
                      {number(bar.held)}
                    </Go>
                  </td>
                  <td>{number(bar.allowed)}</td>
                  <td>{number(bar.perHead, 2)}</td>
                  <td>{percent(bar.ratio)}</td>
                </tr>
              ))}
              <tr>
                <td>{w(fact('合计', 'Total'))}</td>
                <td />
                <td>{number(it.total)}</td>
                <td />
                <td />
                <td />
              </tr>
            </tbody>
          </table>
        </TableBox>
        {it.small.length > 0 && (
          <p className="k-note">
            {w(
              fact(
                `人数不足 ${it.leastPeople} 人、不参与比较：${it.small.map(({ unitName }) => unitName).join('、')}。`,
                `Fewer than ${it.leastPeople} people, not compared: ${it.small.map(({ unitName }) => unitName).join(', ')}.`,
              ),
            )}
          </p>
        )}
      </Section>
    </>
  );
}
