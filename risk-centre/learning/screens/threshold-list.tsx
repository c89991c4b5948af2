import { words } from '@opengoa/kernel/words';
import { codeWords, Go, number, Page, Section, Shown, StatusTag, useRead, useWords } from '@opengoa/web-kit';
import { PrecisionText } from '../../screens/kit-register.tsx';
import { RowsTable } from '../../screens/rows-table.tsx';
import { driftTones, driftWords, thresholdReasonWords } from './threshold-words.ts';

/** 阈值与命中率: what verdicts say of each kit, and what is proposed from them. */
export default function ThresholdList() {
  const { w } = useWords();
  const known = useRead('risk-centre.learning', {});
  return (
    <Page
      title={words('阈值与命中率', 'Thresholds and precision')}
      about={words(
        '由核实结论算出。建议不会自行生效，由领导签署，可以撤回。',
        'Worked out from verdicts. Nothing moves before a leader has signed, and a move can be taken back.',
      )}
    >
      <Shown known={known} lines={16}>
        {({ kits, fewest }) => (
          <Section>
            <RowsTable
              title={words('阈值与命中率', 'Thresholds and precision')}
              rows={kits.toSorted(
                (a, b) =>
                  Number(proposes(b)) - Number(proposes(a)) || b.verdicts - a.verdicts || (a.id < b.id ? -1 : 1),
              )}
              keyOf={({ id }) => id}
              empty={{ title: words('没有规则', 'No kits') }}
              columns={[
                {
                  title: words('规则', 'Kit'),
                  cell: ({ id, title }) => (
                    <Go className="k-link" to={`/risk/thresholds/${id}`}>
                      {w(title)}
                    </Go>
                  ),
                },
                {
                  title: words('核实结论', 'Verdicts'),
                  amount: true,
                  cell: ({ id, verdicts }) => (
                    <Go className="k-link" to={`/risk/verdicts?f.kit=${encodeURIComponent(id)}`}>
                      {number(verdicts)}
                    </Go>
                  ),
                },
                {
                  title: words('命中率', 'Precision'),
                  cell: ({ precision }) => <PrecisionText precision={precision} fewest={fewest} />,
                },
                {
                  title: words('阈值建议', 'Proposed'),
                  cell: (kit) =>
                    kit.reason === null
                      ? `${w(words('数据不足', 'insufficient data'))}：${kit.why.map((each) => w(each)).join('；')}`
                      : proposes(kit)
                        ? `${w(codeWords(kit.id.split('/')[0]!, kit.setting!) ?? kit.setting!)} ${number(kit.now, 3)} → ${number(kit.to, 3)}（${w(thresholdReasonWords[kit.reason]!)}）`
                        : w(thresholdReasonWords[kit.reason]!),
                },
                {
                  title: words('输入变化', 'Drift'),
                  cell: ({ drift }) =>
                    drift === null ? (
                      w(words('数据不足', 'insufficient data'))
                    ) : (
                      <StatusTag tone={driftTones[drift]}>{w(driftWords[drift]!)}</StatusTag>
                    ),
                },
              ]}
            />
          </Section>
        )}
      </Shown>
    </Page>
  );
}

const proposes = ({ now, to }: { readonly now: number | null; readonly to: number | null }): boolean =>
  to !== null && to !== now;
