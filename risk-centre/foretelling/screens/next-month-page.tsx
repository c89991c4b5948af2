import { words } from '@opengoa/kernel/words';
import {
  EmptyState,
  Go,
  instant,
  NameOf,
  number,
  Page,
  Pairs,
  percent,
  Section,
  Shown,
  StatusTag,
  useRead,
  useWords,
  type Answer,
  type ScreenProps,
} from '@opengoa/web-kit';
import { useState } from 'react';
import { RowsTable } from '../../screens/rows-table.tsx';
import { baselineWords, baseText, featureWords, monthText, stale, staleWords } from './month-words.ts';
import { ReliabilityDiagram } from './reliability-diagram.tsx';
import { SubjectMonths } from './subject-months.tsx';
import './next-month.css';

type Known = Answer<'risk-centre.next-month'>;
type Run = NonNullable<Known['run']>;
type Subject = Known['subjects'][number];

/** 下月预测: how likely for each subject and why, and how well that has been foretold so far. */
export default function NextMonthPage({ params }: ScreenProps<'outcome'>) {
  const { w } = useWords();
  const known = useRead('risk-centre.next-month', { outcome: params.outcome });
  const run = known.answer?.run;
  return (
    <Page
      title={
        run
          ? words(`${run.title.zh}：${monthText(run.month).zh}`, `${run.title.en}: ${monthText(run.month).en}`)
          : words('下月预测', 'Next month')
      }
      acts={
        <Go className="k-link" to="/risk/chain/predict">
          {w(words('全部预测', 'All that is foretold'))}
        </Go>
      }
    >
      <Shown known={known} lines={14}>
        {(it) =>
          it.run === null ? (
            <EmptyState
              title={words('数据不足：还没有预测', 'Insufficient data: nothing is foretold yet')}
              todo={words(
                '每天凌晨预测一次，有一个完整的月份后出现。',
                'It is foretold each night, once a whole month is known.',
              )}
            />
          ) : (
            <>
              <Told run={it.run} />
              <Subjects known={it} run={it.run} />
              <HowWell known={it} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}

/** Whether a model or the base rate is told, and why. */
function Told({ run }: { readonly run: Run }) {
  const { w, language } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          {
            term: words('给出的是', 'What is told'),
            value:
              run.status === 'model' ? (
                <StatusTag tone="done">{w(words('模型概率', 'probabilities of a model'))}</StatusTag>
              ) : (
                <>
                  <StatusTag tone="plain">{w(words('历史比例，不是模型', 'the base rate, no model'))}</StatusTag>{' '}
                  {w(words('数据不足', 'Insufficient data'))}：{run.why.map((each) => w(each)).join('；')}
                </>
              ),
            wide: true,
          },
          {
            term: words('历史比例', 'Base rate'),
            value: w(baseText(run.months, run.times)),
          },
          {
            term: words('数据截至', 'Known until'),
            value: (
              <>
                {w(words(`${monthText(run.month).zh}之前`, `before ${monthText(run.month).en}`))}{' '}
                {stale(run.month, run.madeAt) && <StatusTag tone="check">{w(staleWords)}</StatusTag>}
              </>
            ),
          },
          { term: words('预测时间', 'Foretold'), value: instant(run.madeAt, language) },
        ]}
      />
    </Section>
  );
}

function Subjects({ known, run }: { readonly known: Known; readonly run: Run }) {
  const { w } = useWords();
  const [open, setOpen] = useState<Subject | null>(null);
  const model = run.status === 'model';
  return (
    <Section title={words('各对象', 'Subjects')}>
      <RowsTable
        title={words('各对象', 'Subjects')}
        rows={known.subjects}
        keyOf={({ subject }) => subject}
        empty={{ title: words('权限范围内没有对象', 'No subject within your right') }}
        columns={[
          { title: words('对象', 'Subject'), cell: ({ name }) => name },
          { title: words('单位', 'Unit'), cell: ({ unit }) => <NameOf id={unit} /> },
          ...(model
            ? [
                {
                  title: words('概率', 'Probability'),
                  amount: true,
                  cell: ({ probability }: Subject) =>
                    probability === null ? w(words('数据不足', 'insufficient data')) : percent(probability),
                },
                {
                  title: words('主要原因', 'What moves it'),
                  cell: ({ because }: Subject) => (
                    <ul className="rc-because">
                      {because.map(({ feature, logOdds }) => (
                        <li key={feature}>
                          {w(featureWords(feature))}{' '}
                          <small className="k-faint">
                            {w(logOdds > 0 ? words('↑ 升高', '↑ higher') : words('↓ 降低', '↓ lower'))}
                          </small>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          {
            title: words('自身历史', 'Its own record'),
            amount: true,
            cell: (subject: Subject) => (
              <button type="button" className="k-figure" aria-haspopup="dialog" onClick={() => setOpen(subject)}>
                {w(
                  words(
                    `${number(subject.months)} 个月中 ${number(subject.times)} 次`,
                    `${number(subject.times)} of ${number(subject.months)} months`,
                  ),
                )}
              </button>
            ),
          },
        ]}
      />
      {known.inAll > known.subjects.length && (
        <p className="k-faint">
          {w(
            words(
              `共 ${number(known.inAll)} 个，显示前 ${number(known.subjects.length)} 个。`,
              `${number(known.inAll)} in all; the first ${number(known.subjects.length)} are shown.`,
            ),
          )}
        </p>
      )}
      {open && (
        <SubjectMonths outcome={run.outcome} subject={open.subject} name={open.name} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

/** How well: of what was foretold and has come since, and before there is enough of it, on months that were over. */
function HowWell({ known }: { readonly known: Known }) {
  const { w } = useWords();
  const { live, tried } = known;
  return (
    <Section title={words('预测得准不准', 'How well it is foretold')}>
      {live ? (
        <>
          <p>
            {w(
              words(
                `以往每月预测、现在已知结果的 ${number(live.cases)} 次：发生 ${number(live.happened)} 次，布赖尔分数 ${number(live.brier, 3)}，校准误差 ${percent(live.calibrationError)}。`,
                `${number(live.cases)} foretold earlier and known by now: ${number(live.happened)} happened, Brier score ${number(live.brier, 3)}, calibration error ${percent(live.calibrationError)}.`,
              ),
            )}
          </p>
          <ReliabilityDiagram bins={live.bins} />
        </>
      ) : (
        <p>
          {w(
            words(
              `实际对照：已知结果的预测 ${number(known.liveCases)} 次，满 ${number(known.fewest)} 次后显示；在此之前用历史月份逐月向前检验。`,
              `Foretold and known by now: ${number(known.liveCases)}; shown from ${number(known.fewest)} on. Until then it is tried forward on past months.`,
            ),
          )}
        </p>
      )}
      {tried ? (
        <>
          <p>
            {w(
              words(
                `逐月向前检验（每次只用之前的月份学习）：预测 ${number(tried.foretold)} 次，实际发生 ${number(tried.happened)} 次，校准误差 ${percent(tried.calibrationError)}。`,
                `Tried forward, each month learned from earlier ones alone: ${number(tried.foretold)} foretold, ${number(tried.happened)} happened, calibration error ${percent(tried.calibrationError)}.`,
              ),
            )}
          </p>
          <RowsTable
            title={words('误差（布赖尔分数，越小越好）', 'Brier score, lower is better')}
            rows={[
              { name: words('模型', 'The model'), brier: tried.brier },
              ...Object.entries(tried.baselines).map(([of, brier]) => ({
                name: baselineWords[of] ?? words(of, of),
                brier,
              })),
            ]}
            keyOf={({ name }) => name.zh}
            empty={{ title: words('没有数据', 'No data') }}
            columns={[
              { title: words('办法', 'Way'), cell: ({ name }) => w(name) },
              {
                title: words('布赖尔分数（越小越好）', 'Brier score (lower is better)'),
                amount: true,
                cell: ({ brier }) => number(brier, 3),
              },
            ]}
          />
          {!live && <ReliabilityDiagram bins={tried.bins} />}
        </>
      ) : (
        <p className="k-faint">
          {w(
            words(
              '历史月份太少，不能检验，因此没有可靠性图。',
              'Too few months are known to try it; there is no reliability diagram.',
            ),
          )}
        </p>
      )}
    </Section>
  );
}
