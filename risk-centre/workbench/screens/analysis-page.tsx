import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  Go,
  number,
  Page,
  Pairs,
  Section,
  Shown,
  StatusTag,
  useRead,
  useWay,
  useWords,
  type Answer,
  type ScreenProps,
  type Tone,
} from '@opengoa/web-kit';
import { useState } from 'react';
import { analysisStateWords, settingName } from '../words.ts';
import { AnalysisResults } from './analysis-results.tsx';
import { MapColumns } from './map-columns.tsx';
import './analysis.css';

export type AnalysisAnswer = Answer<'risk-centre.analysis'>;

/** How often the page asks while it is under way. */
const everyMs = 700;
const underWay = (state: AnalysisAnswer['state']) => state === 'looking' || state === 'waiting' || state === 'running';
const tones: Readonly<Partial<Record<AnalysisAnswer['state'], Tone>>> = {
  looking: 'busy',
  waiting: 'busy',
  running: 'busy',
  looked: 'check',
  done: 'check',
  kept: 'done',
  failed: 'refused',
};

/** 文件分析: columns, progress, and what came of it, on one page. */
export default function AnalysisPage({ params }: ScreenProps<'id'>) {
  const known = useRead(
    'risk-centre.analysis',
    { id: params.id },
    { everyMs: (answer) => (answer === undefined || underWay(answer.state) ? everyMs : false) },
  );
  return (
    <Shown known={known} lines={14}>
      {(it) => <OneAnalysis it={it} />}
    </Shown>
  );
}

function OneAnalysis({ it }: { readonly it: AnalysisAnswer }) {
  const { w } = useWords();
  const way = useWay();
  const [again, setAgain] = useState(false);
  const { state } = it;
  const mapping = state === 'looked' || (state === 'done' && again);
  const over = state === 'done' || state === 'kept';
  return (
    <Page
      title={it.name === null ? words('文件分析', 'Analysis of files') : it.name}
      tag={<StatusTag tone={tones[state] ?? 'plain'}>{w(analysisStateWords[state])}</StatusTag>}
      about={it.method.about}
      acts={
        <ActButtons
          may={it.may}
          object={{ id: it.id }}
          without={['risk-centre.run-analysis']}
          // What is dropped has no page any more.
          onDone={(verb) => verb === 'risk-centre.drop-analysis' && way.go('/risk/analyses')}
        />
      }
    >
      {(state === 'failed' || state === 'cancelled') && <Gone it={it} />}
      {underWay(state) && <Progress it={it} />}
      {mapping && <MapColumns key={it.id} it={it} onRun={() => setAgain(false)} />}
      {over && !mapping && (
        <>
          <Section title={words('结果', 'Answers')}>
            <Pairs
              pairs={[
                { term: words('文件', 'Files'), value: it.files.map(({ name }) => name).join('、') },
                { term: words('读入的行', 'Rows read'), value: number(it.rowsRead) },
                { term: words('不能分析的行', 'Rows passed over'), value: number(it.bad) },
                { term: words('结果', 'Answers'), value: number(it.answers) },
                { term: words('待核实', 'To be verified'), value: number(it.flags) },
                ...Object.entries(it.settings).map(([name, value]) => ({ term: settingTitle(it, name), value })),
              ]}
            />
            <p className="k-faint">
              {w(
                words(
                  '以下是异常线索，需要核实，不是结论。',
                  'What follows is to be verified; none of it is a verdict.',
                ),
              )}{' '}
              {state === 'done' && it.may.includes('risk-centre.run-analysis') && (
                <button type="button" className="k-link" onClick={() => setAgain(true)}>
                  {w(words('换列或设置再算一次', 'Run again with other columns or settings'))}
                </button>
              )}
            </p>
          </Section>
          <AnalysisResults it={it} />
        </>
      )}
    </Page>
  );
}

/** A setting that the method no longer has bears the name it was given by. */
function settingTitle({ method }: AnalysisAnswer, name: string) {
  const setting = method.settings.find((each) => each.name === name);
  return setting ? settingName(setting.about) : words(name, name);
}

function Gone({ it }: { readonly it: AnalysisAnswer }) {
  const { w } = useWords();
  return (
    <Section>
      {it.why && (
        <p className="k-error" role="alert">
          {w(it.why)}
        </p>
      )}
      <p>
        {w(words('文件和结果都已清除。', 'Files and answers are gone.'))}{' '}
        <Go className="k-link" to="/risk/analyse">
          {w(words('重新上传', 'Bring files again'))}
        </Go>
      </p>
    </Section>
  );
}

function Progress({ it }: { readonly it: AnalysisAnswer }) {
  const { w } = useWords();
  const said = {
    looking: words('正在读取文件的表头和行数…', 'Reading headers and counting rows …'),
    waiting: words('排队中，前面的算完就开始…', 'Waiting for its turn …'),
    running: words(
      `已读 ${number(it.rowsRead)} / ${number(it.rowsOf)} 行，结果 ${number(it.answers)} 行，不能分析 ${number(it.bad)} 行`,
      `${number(it.rowsRead)} of ${number(it.rowsOf)} rows read, ${number(it.answers)} answers, ${number(it.bad)} passed over`,
    ),
  };
  const all = it.state === 'running' && it.rowsRead >= it.rowsOf;
  return (
    <Section>
      <p className="rc-analysis-progress" role="status">
        <progress
          {...(it.state === 'running' && !all ? { value: it.rowsRead, max: Math.max(1, it.rowsOf) } : {})}
          aria-label={w(words('进度', 'Progress'))}
        />
        {w(said[it.state as keyof typeof said])}
        {all && w(words('，正在计算…', '; computing …'))}
      </p>
    </Section>
  );
}
