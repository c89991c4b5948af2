import { words as pair } from '@opengoa/kernel/words';
import {
  EmptyState,
  Go,
  Icon,
  number,
  Page,
  problemOf,
  RefusalNote,
  run,
  Section,
  useRead,
  useWords,
  type ScreenProps,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { Button, Checkbox } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import {
  isRunning,
  sendFile,
  takes,
  templateOf,
  type Counts,
  type ImportStanding,
  type RefusedLine,
} from './import-job.ts';
import { columnPlace } from './column-place.ts';
import './import.css';

const EVERY_MS = 700;

const words = {
  title: pair('导入', 'Import'),
  template: pair('下载模板', 'Download the template'),
  secrecy: pair(
    '涉密文件不得上传。带密级标志的内容会被拒绝。',
    'Do not upload secret papers; text that bears a mark of secrecy is refused.',
  ),
  templateAbout: pair(
    '模板里有下拉选项和填写说明。也可以直接用导出的表改好再导入。',
    'The template has drop-downs and notes. An exported table, edited, works as well.',
  ),
  choose: pair('选择文件', 'Choose a file'),
  drop: pair('或把 Excel、CSV 文件拖到这里', 'or drop an Excel or CSV file here'),
  judging: pair('正在核对，还没有写入任何内容…', 'Checking; nothing is written yet …'),
  goingIn: pair('正在导入…', 'Going in …'),
  judged: pair('核对结果', 'What would happen'),
  receipt: pair('导入结果', 'Receipt'),
  mapping: pair('列的对应', 'Columns'),
  notUsed: pair('不使用', 'not used'),
  refusedRows: pair('拒绝的行', 'Refused rows'),
  errors: pair('下载错误工作簿', 'Download the error workbook'),
  line: pair('第 {n} 行', 'Row {n}'),
  go: pair('导入 {n} 行', 'Import {n} rows'),
  goodOnly: pair('只导入没有问题的行，被拒绝的改好后再导', 'Import the good rows; fix and resend the refused ones'),
  history: pair('导入记录', 'History'),
  another: pair('换一个文件', 'Another file'),
  stop: pair('取消', 'Cancel'),
  undo: pair('撤销本批', 'Undo this batch'),
  nothing: pair('没有需要写入的行', 'Nothing to write'),
  new: pair('新增', 'New'),
  changed: pair('变更', 'Changed'),
  same: pair('相同', 'Same'),
  refused: pair('拒绝', 'Refused'),
  done: pair('已导入', 'Imported'),
  stopped: pair(
    '已取消；已写入的行保留，同一文件可以接着导',
    'Cancelled; what went in stays, the same file goes on from there',
  ),
  'taken-back': pair('有一行未能写入，本批已全部退回', 'One row could not go in; the batch was taken out again'),
  'part-way': pair('部分行未能退回，请联系系统管理员', 'Some rows could not be taken out; call the system officer'),
  undone: pair('本批已撤销', 'The batch was undone'),
} as const;

/** 导入: file, dry run, in, receipt. Nothing is written before the official has seen what would happen. */
export default function ImportWizard({ params }: ScreenProps<'room' | 'kind'>) {
  const { w } = useWords();
  const sheet = `${params.room}.${params.kind}`;
  const [file, setFile] = useState<File>();
  const [job, setJob] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [goodOnly, setGoodOnly] = useState(false);
  const [sending, setSending] = useState(false);
  const known = useRead(
    'kernel.import',
    { id: job ?? '' },
    { when: job !== undefined, everyMs: (answer) => (answer === undefined || isRunning(answer) ? EVERY_MS : false) },
  );
  const standing = job ? known.answer : undefined;
  const settled = !sending && standing !== undefined && !isRunning(standing);

  const begin = async (chosen: File, dry: boolean) => {
    setFile(chosen);
    setProblem(undefined);
    setSending(true);
    try {
      const { id } = await sendFile(sheet, chosen, { dry, accept: goodOnly ? 'good-rows' : 'all-or-nothing' });
      setJob(id);
    } catch (caught) {
      setProblem(problemOf(caught));
    } finally {
      setSending(false);
    }
  };
  const act = async (verb: ImportStanding['may'][number]) => {
    const outcome = await run(verb, { import: job ?? '' }).catch((caught: unknown) => setProblem(problemOf(caught)));
    if (outcome) {
      known.again();
    }
  };
  const over = () => {
    setFile(undefined);
    setJob(undefined);
    setProblem(undefined);
  };
  const running = sending || (job !== undefined && !settled);
  const counts = standing?.counts ?? standing?.progress?.counts ?? undefined;
  const toWrite = counts ? counts.new + counts.changed : 0;

  return (
    <Page
      title={words.title}
      wide={false}
      acts={
        <>
          <Go className="k-button" to="/imports">
            {w(words.history)}
          </Go>
          {file && !running && <Button onClick={over}>{w(words.another)}</Button>}
        </>
      }
    >
      <RefusalNote problem={problem ?? (job ? known.problem : undefined)} />
      {!file && <FilePlace sheet={sheet} onFile={(chosen) => void begin(chosen, true)} />}
      {file && (
        <Section title={file.name}>
          {running && (
            <div role="status" className="i-progress">
              <p>{w(standing && !standing.dry ? words.goingIn : words.judging)}</p>
              <progress
                className="k-progress"
                {...(standing?.progress?.of ? { max: standing.progress.of, value: standing.progress.done } : {})}
                aria-label={w(words.judging)}
              />
              {standing?.progress && <p className="k-faint">{number(standing.progress.done)}</p>}
              {standing && !standing.dry && (
                <Button onClick={() => void act('kernel.stop-import')}>{w(words.stop)}</Button>
              )}
            </div>
          )}
          {settled && standing?.refusal && <p className="k-refusal">{w(standing.refusal)}</p>}
          {counts && <CountsRow counts={counts} />}
          {settled && standing?.dry && counts && !standing.refusal && (
            <>
              {counts.refused > 0 && (
                <Checkbox checked={goodOnly} onChange={(event) => setGoodOnly(event.target.checked)}>
                  {w(words.goodOnly)}
                </Checkbox>
              )}
              <p className="o-row i-acts">
                <Button
                  type="primary"
                  disabled={toWrite === 0 || (counts.refused > 0 && !goodOnly)}
                  onClick={() => void begin(file, false)}
                >
                  {toWrite === 0 ? w(words.nothing) : w(words.go).replace('{n}', number(toWrite))}
                </Button>
                {standing.errors && (
                  <a className="k-button" href={standing.errors} download>
                    <Icon name="download" size={16} /> {w(words.errors)}
                  </a>
                )}
              </p>
            </>
          )}
          {settled && standing && !standing.dry && !standing.refusal && (
            <Receipt standing={standing} onUndo={() => void act('kernel.undo-import')} />
          )}
        </Section>
      )}
      {settled && standing?.mapping && standing.mapping.length > 0 && (
        <Section title={words.mapping}>
          <ul className="i-mapping">
            {standing.mapping.map(({ header, column, title }) => (
              <li key={header}>
                <span>{header}</span> <span aria-hidden="true">→</span>{' '}
                <span>{column ? w(title ?? column) : <span className="k-faint">{w(words.notUsed)}</span>}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {settled && standing?.refused && standing.refused.length > 0 && <RefusedRows rows={standing.refused} />}
    </Page>
  );
}

function FilePlace({ sheet, onFile }: { readonly sheet: string; readonly onFile: (file: File) => void }) {
  const { w } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <Section>
      <p className="o-row">
        <a className="k-button" href={templateOf(sheet)} download>
          <Icon name="download" size={16} /> {w(words.template)}
        </a>
        <span className="k-faint">{w(words.templateAbout)}</span>
      </p>
      <div
        className={over ? 'i-drop i-over' : 'i-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={28} />
        <Button type="primary" onClick={() => input.current?.click()}>
          {w(words.choose)}
        </Button>
        <span className="k-faint">{w(words.drop)}</span>
        <span className="k-faint">{w(words.secrecy)}</span>
        <input
          ref={input}
          type="file"
          accept={takes}
          hidden
          aria-label={w(words.choose)}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
          }}
        />
      </div>
    </Section>
  );
}

function CountsRow({ counts }: { readonly counts: Counts }) {
  const { w } = useWords();
  return (
    <dl className="k-figures i-counts">
      {(['new', 'changed', 'same', 'refused'] as const).map((key) => (
        <div key={key}>
          <dt className="k-faint">{w(words[key])}</dt>
          <dd className={key === 'refused' && counts.refused > 0 ? 'k-figures-value k-late' : 'k-figures-value'}>
            {number(counts[key])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Receipt({ standing, onUndo }: { readonly standing: ImportStanding; readonly onUndo: () => void }) {
  const { w } = useWords();
  const ended = standing.state in words ? words[standing.state as keyof typeof words] : words.done;
  return (
    <EmptyState icon={standing.state === 'done' ? 'check' : 'warning'} title={ended}>
      {standing.may?.includes('kernel.undo-import') && <Button onClick={onUndo}>{w(words.undo)}</Button>}
      {standing.errors && (
        <a className="k-button" href={standing.errors} download>
          {w(words.errors)}
        </a>
      )}
    </EmptyState>
  );
}

function RefusedRows({ rows }: { readonly rows: readonly RefusedLine[] }) {
  const { w } = useWords();
  return (
    <Section title={words.refusedRows}>
      <ul className="i-refused">
        {rows.map((row) => (
          <li key={row.line}>
            <strong>{w(words.line).replace('{n}', String(row.line))}</strong>
            {row.problems.map((problem, place) => {
              const title = problem.title ? w(problem.title) : undefined;
              const header = problem.header ?? undefined;
              const where = columnPlace(header, title);
              return (
                <span key={place}>
                  {where && <span className="k-faint">{where} </span>}
                  {w(problem.message)}
                </span>
              );
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
