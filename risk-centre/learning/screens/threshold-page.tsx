import { words } from '@opengoa/kernel/words';
import { Go, Page, Section, Shown, useRead, useWords, number, type ScreenProps } from '@opengoa/web-kit';
import { PrecisionText } from '../../screens/kit-register.tsx';
import { RowsTable } from '../../screens/rows-table.tsx';
import { outcomeWords, unitKindWords } from '../../words.ts';
import { DriftTable } from './drift-table.tsx';
import { ThresholdSigning } from './threshold-signing.tsx';

/** 阈值建议: what is proposed for one kit with its numbers, and what it rests on. */
export default function ThresholdPage({ params }: ScreenProps<'room' | 'kit'>) {
  const { w } = useWords();
  const id = `${params.room}/${params.kit}`;
  const kits = useRead('risk-centre.kits', {});
  const known = useRead('risk-centre.kit-learning', { kit: id });
  const fed = useRead('risk-centre.feedback', {});
  const title = kits.answer?.kits.find((each) => each.id === id)?.title ?? words(id, id);
  const reasons = fed.answer?.kits.find((each) => each.id === id)?.reasons ?? [];
  const verdicts = (more: string) => `/risk/verdicts?f.kit=${encodeURIComponent(id)}${more}`;
  return (
    <Page
      title={words(`阈值与命中率：${title.zh}`, `Threshold and precision: ${title.en}`)}
      acts={
        <Go className="k-link" to={`/risk/kits/${id}`}>
          {w(words('规则页', 'The kit'))}
        </Go>
      }
    >
      <ThresholdSigning kit={id} />
      <Shown known={known} lines={14}>
        {(it) => (
          <>
            <Section title={words('命中率', 'Precision')}>
              <RowsTable
                title={words('命中率', 'Precision')}
                rows={it.precision}
                keyOf={({ by, key }) => `${by} ${key}`}
                empty={{
                  title: words('数据不足：还没有核实结论', 'Insufficient data: nothing has been judged yet'),
                  todo: words(
                    `至少需要 ${number(it.fewest)} 件核实结论。`,
                    `At least ${number(it.fewest)} verdicts are needed.`,
                  ),
                }}
                columns={[
                  {
                    title: words('范围', 'Of'),
                    cell: ({ by, key }) =>
                      by === 'all'
                        ? w(words('全部', 'all'))
                        : by === 'kind'
                          ? w(unitKindWords[key] ?? words(key, key))
                          : key === ''
                            ? w(words('未记录参数', 'settings not told'))
                            : key,
                  },
                  {
                    title: words('核实结论', 'Verdicts'),
                    amount: true,
                    cell: ({ by, key, verdicts: n }) =>
                      by === 'setting' && key === '' ? (
                        number(n)
                      ) : (
                        <Go
                          className="k-link"
                          to={verdicts(
                            by === 'kind'
                              ? `&f.unit_kind=${key}`
                              : by === 'setting'
                                ? `&f.setting=${encodeURIComponent(key)}`
                                : '',
                          )}
                        >
                          {number(n)}
                        </Go>
                      ),
                  },
                  {
                    title: words('结论', 'Outcomes'),
                    cell: ({ outcomes }) =>
                      Object.entries(outcomes)
                        .filter(([, n]) => n > 0)
                        .map(([of, n]) => `${w(outcomeWords[of as keyof typeof outcomeWords])} ${number(n)}`)
                        .join(' · '),
                  },
                  {
                    title: words('命中率（90% 区间）', 'Precision (90 % interval)'),
                    cell: ({ precision }) => <PrecisionText precision={precision} fewest={it.fewest} />,
                  },
                ]}
              />
            </Section>
            <Section title={words('不属实的原因', 'Why it was wrong')}>
              {reasons.length === 0 ? (
                <p className="k-faint">{w(words('没有不属实的结论。', 'Nothing was dismissed.'))}</p>
              ) : (
                <p>
                  {reasons.map(({ code, title: called, n }) => (
                    <Go key={code} className="k-chip k-chip-press" to={verdicts(`&f.cause=${code}`)}>
                      {w(called)} {number(n)}
                    </Go>
                  ))}
                </p>
              )}
            </Section>
            <DriftTable kit={id} known={it} />
          </>
        )}
      </Shown>
    </Page>
  );
}
