import {
  type Answer,
  day,
  Figure,
  number,
  Section,
  Shown,
  StatusTag,
  TableBox,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { climates } from '../../budget/words.zh.ts';
import { quotaIndicators, quotaLevels, quotaMissing, quotaOutcomes } from '../words.zh.ts';

type Quota = Answer<'energy.quota'>;
type Climate = keyof typeof climates;
const tones = { ok: 'done', block: 'check', warn: 'check', inform: 'plain' } as const;

/** 定额对照: a building or a unit against 约束值、基准值、引导值; what is no confirmed paper only informs. */
export function QuotaSection({
  of,
}: {
  readonly of: { readonly building: string; readonly to?: string } | { readonly unit: string; readonly to?: string };
}) {
  const { w } = useWords();
  const way = useWay();
  const query = way.query;
  const climate = query['climate'] as Climate | undefined;
  const zone = query['zone'] === 'b' ? 'b' : 'a';
  const ventilated = query['ventilated'] === 'b' ? 'b' : 'a';
  const set = (to: Readonly<Record<string, string>>) => way.go(withQuery(way, to), { replace: true });
  const known = useRead('energy.quota', { ...of, zone, ventilated, ...(climate ? { climate } : {}) }, { keep: true });
  const choose = (
    name: string,
    label: { zh: string; en: string },
    value: string | null,
    options: Readonly<Record<string, { zh: string; en: string }>>,
  ) => (
    <Select
      aria-label={w(label)}
      placeholder={w(label)}
      value={value}
      onChange={(to: string) => set({ [name]: to })}
      options={Object.entries(options).map(([each, words]) => ({ value: each, label: w(words) }))}
    />
  );
  return (
    <Section title={{ zh: '定额对照', en: 'Against the quota' }}>
      <p>
        {choose('climate', { zh: '选择气候区', en: 'Choose a climate' }, climate ?? null, climates)}{' '}
        {choose('ventilated', { zh: '建筑类别', en: 'Class' }, ventilated, {
          a: { zh: 'A 类（可开窗通风）', en: 'Class A (windows open)' },
          b: { zh: 'B 类（全年机械通风）', en: 'Class B (mechanical)' },
        })}{' '}
        {choose('zone', { zh: '省定额分区', en: 'Zone of the province' }, zone, {
          a: { zh: '省定额 A 区', en: 'Zone A' },
          b: { zh: '省定额 B 区', en: 'Zone B' },
        })}
      </p>
      <Shown known={known} lines={5}>
        {(it) => <Told of={it} />}
      </Shown>
    </Section>
  );
}

function Told({ of: it }: { readonly of: Quota }) {
  const { w, language } = useWords();
  if (it.from === null || it.to === null)
    return (
      <p className="k-faint">
        {w({ zh: '没有总表读数，无法与定额比较。', en: 'No main meter was read: nothing to compare.' })}
      </p>
    );
  const period = `${day(it.from, language)} – ${day(it.to, language)}`;
  return (
    <>
      <TableBox title={w({ zh: '定额对照', en: 'Against the quota' })}>
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{w({ zh: '指标（365天）', en: 'Indicator (365 days)' })}</th>
              <th scope="col">{w({ zh: '定额', en: 'Quota' })}</th>
            </tr>
          </thead>
          <tbody>
            {it.indicators.map((each) => (
              <tr key={each.indicator}>
                <th scope="row">
                  <div>{w(quotaIndicators[each.indicator])}</div>
                  {each.value === null ? (
                    <span className="k-faint">{each.missing === null ? '—' : w(quotaMissing[each.missing])}</span>
                  ) : (
                    <Figure source={{ value: each.value, unit: each.unit, period, formula: formulaOf(it, each) }}>
                      {number(each.value, 1)} {each.unit}
                    </Figure>
                  )}
                </th>
                <td>
                  <Levels of={each} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="k-faint">
        {w({
          zh: `${period}，${it.buildings} 栋建筑的总表${it.leftOut > 0 ? `；另 ${it.leftOut} 栋不是办公建筑，未计入` : ''}。`,
          en: `${period}, main meters of ${it.buildings} buildings${it.leftOut > 0 ? `; ${it.leftOut} that are no offices are left out` : ''}.`,
        })}
      </p>
    </>
  );
}

function Levels({ of: { levels, indicator } }: { readonly of: Quota['indicators'][number] }) {
  const { w, language } = useWords();
  if (levels.length === 0)
    return (
      <span className="k-faint">
        {indicator === 'electricity'
          ? w({
              zh: '本地没有定额；选择气候区后与国家标准对照',
              en: 'No local quota; choose a climate for the national one',
            })
          : w({ zh: '本地没有登记该项定额', en: 'No quota of it is in force here' })}
      </span>
    );
  return (
    <>
      {levels.map(({ level, allowed, outcome }) => (
        <div key={level}>
          {w(quotaLevels[level])} {number(allowed, 1)}{' '}
          {outcome !== null && <StatusTag tone={tones[outcome]}>{w(quotaOutcomes[outcome])}</StatusTag>}
        </div>
      ))}
      {[
        ...new Set(
          levels.map(
            ({ document, since, confidence }) =>
              `${document}（${day(since, language)}${confidence === 'confirmed' ? '' : w({ zh: '，原文待核对', en: ', to be verified' })}）`,
          ),
        ),
      ].map((paper) => (
        <div key={paper} className="k-faint">
          {paper}
        </div>
      ))}
    </>
  );
}

function formulaOf(it: Quota, { indicator, amount }: Quota['indicators'][number]) {
  const perArea = indicator === 'electricity' || indicator === 'non-heating';
  const by = perArea ? `${number(it.areaM2, 0)} ㎡` : number(it.people, 0);
  return {
    zh: `${number(amount, 0)} ÷ ${perArea ? `平均面积 ${by}` : `平均用能人数 ${by}`}`,
    en: `${number(amount, 0)} ÷ ${by}${perArea ? '' : ' people'}`,
  };
}
