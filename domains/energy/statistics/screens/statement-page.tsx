import { words as fact } from '@opengoa/kernel/words';
import {
  type Answer,
  day,
  Figure,
  instant,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Sheet,
  Shown,
  StatusTag,
  TableBox,
  ThingPage,
  useRead,
  useWords,
  VerbForm,
  yuan,
} from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { Button } from 'antd';
import { useState } from 'react';
import { bases, cellFields, formLines, formMeasures, statementStates } from '../words.zh.ts';
import { CellSheet } from './cell-sheet.tsx';
import './statement.css';

type Statement = Answer<'energy.statement'>;
type Note = Statement['notes'][number];
const tones = { draft: 'busy', submitted: 'check', returned: 'refused', accepted: 'done' } as const;
/** 能源资源消费统计月报: the form as it is reported; every number opens its source, every note is corrected or answered. */
export default function StatementPage({ params }: ScreenProps<'id'>) {
  const known = useRead('energy.statement', { id: params.id });
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded statement={it} />}
    </Shown>
  );
}

function Loaded({ statement: it }: { readonly statement: Statement }) {
  const { w, language } = useWords();
  const state = w(statementStates[it.state]);
  return (
    <ThingPage
      id={it.id}
      title={{ zh: `${it.month} 统计月报`, en: `Statement of ${it.month}` }}
      status={{
        tone: it.late && it.state !== 'accepted' ? 'refused' : tones[it.state],
        words: it.late ? { zh: `${state}·逾期`, en: `${state}, late` } : statementStates[it.state],
      }}
      summary={
        <>
          {it.unitName} · {it.form.title}（{it.form.document}，{it.form.from} {w(fact('起', 'on'))}） ·{' '}
          {w(fact('应报', 'due'))} {day(it.dueDay, language)}{' '}
          <a className="k-link" href={`/api/reads/energy.statement.xlsx?id=${it.id}`} download>
            {w(fact('下载报表', 'Download the form'))}
          </a>
        </>
      }
      may={it.may}
      object={it}
      figures={figuresOf(it)}
    >
      {it.opinion && it.state === 'returned' && (
        <p className="k-note">
          {w(fact('退回意见：', 'Returned: '))}
          {it.opinion}
        </p>
      )}
      {it.notes.length > 0 && <Notes statement={it} />}
      <Section title={fact('填报内容', 'The form')}>
        <FormTable statement={it} />
      </Section>
      {it.submittedBy && (
        <Section title={fact('签字与审核', 'Signed and reviewed')}>
          <Pairs
            pairs={[
              { term: fact('单位负责人', 'Head of the unit'), value: it.head },
              { term: fact('统计负责人', 'In charge of statistics'), value: it.statistician },
              { term: fact('报送', 'Submitted'), value: `${it.submittedBy} ${instant(it.submittedAt, language)}` },
              ...(it.decidedBy
                ? [{ term: fact('审核', 'Reviewed'), value: `${it.decidedBy} ${instant(it.decidedAt, language)}` }]
                : []),
              ...(it.opinion ? [{ term: fact('意见', 'Opinion'), value: it.opinion }] : []),
            ]}
          />
        </Section>
      )}
      {it.revisions.length > 0 && <Revisions statement={it} />}
    </ThingPage>
  );
}

/** What was accepted before it was reopened, and what it said otherwise. */
function Revisions({ statement: it }: { readonly statement: Statement }) {
  const { w, language } = useWords();
  return (
    <Section title={fact('历次审核通过的版本', 'Revisions accepted before')}>
      {it.revisions.map((each) => (
        <div key={each.revision}>
          <p>
            {w({ zh: `第 ${each.revision} 版`, en: `Revision ${each.revision}` })} · {each.acceptedBy ?? '—'}{' '}
            {instant(each.acceptedAt, language)} {w(fact('审核通过', 'accepted'))} · {each.reopenedBy}{' '}
            {instant(each.reopenedAt, language)} {w(fact('重新打开', 'reopened'))}：{each.why}
          </p>
          {each.changed.length === 0 ? (
            <p className="k-faint">{w(fact('与现有数据相同。', 'The same as it stands now.'))}</p>
          ) : (
            <ul>
              {each.changed.map(({ line, field: of, was, is }) => (
                <li key={`${line} ${of}`}>
                  {w(formLines[line as keyof typeof formLines] ?? fact(line, line))} {w(cellFields[of])}：
                  {of === 'cost' ? yuan(was) : number(was)} → {of === 'cost' ? yuan(is) : number(is)}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  );
}

function figuresOf({ indicators: it, month }: Statement) {
  const factors = it.factors.map(({ document }) => document);
  const standard = [...new Set(factors)].join('；') || null;
  const figure = (value: number | null, unit: string, formula: { zh: string; en: string }, digits = 1) => (
    <Figure source={{ value, unit, period: month, formula, standard }}>
      {value === null ? '—' : `${number(value, digits)} ${unit}`}
    </Figure>
  );
  return [
    {
      title: fact('综合能耗', 'Energy'),
      value: figure(
        it.coalKg,
        'kgce',
        fact('各能源消费量 × 折标准煤系数之和，不含水', 'amounts × coal factors, without water'),
      ),
    },
    {
      title: fact('人均综合能耗', 'Energy per head'),
      value: figure(it.coalPerHeadKg, 'kgce/人', fact('综合能耗 ÷ 用能人数', 'energy ÷ people')),
    },
    {
      title: fact('人均用水', 'Water per head'),
      value: figure(it.waterPerHeadT, '吨/人', fact('用水量 ÷ 用能人数', 'water ÷ people'), 2),
    },
    { title: fact('费用合计', 'Cost'), value: yuan(it.costFen, true) },
  ];
}

function Notes({ statement: it }: { readonly statement: Statement }) {
  const { w } = useWords();
  const [answering, setAnswering] = useState<Note>();
  const may = it.may.includes('energy.answer-check');
  const open = it.notes.filter(({ outcome, answer }) => outcome !== 'inform' && answer === null).length;
  return (
    <Section
      title={{
        zh: open > 0 ? `审核提示（待处理 ${open} 条）` : '审核提示',
        en: open > 0 ? `Audit notes (${open} open)` : 'Audit notes',
      }}
    >
      <ul className="e-notes">
        {it.notes.map((note) => (
          <li key={`${note.check} ${note.line}`}>
            <StatusTag tone={note.answer ? 'done' : note.outcome === 'block' ? 'refused' : 'check'}>
              {w(
                note.answer
                  ? fact('已说明', 'Answered')
                  : note.outcome === 'block'
                    ? fact('需更正', 'To be corrected')
                    : note.outcome === 'warn'
                      ? fact('更正或说明', 'Correct or answer')
                      : fact('提示', 'For information'),
              )}
            </StatusTag>{' '}
            {w(note.said)} {note.paper && <span className="k-faint">{note.paper}</span>}
            {note.answer && (
              <div>
                {w(fact('说明：', 'Answer: '))}
                {note.answer}
              </div>
            )}{' '}
            {may && note.outcome !== 'block' && (
              <Button size="small" onClick={() => setAnswering(note)}>
                {w(note.answer ? fact('改说明', 'Change the answer') : fact('说明', 'Answer'))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {answering && (
        <Sheet kind="middle" title={w(fact('说明审核提示', 'Answer a note'))} onClose={() => setAnswering(undefined)}>
          <p className="k-about">{w(answering.said)}</p>
          <VerbForm
            verb="energy.answer-check"
            draft={false}
            known={{ statement: it.id, version: it.version, check: answering.check, line: answering.line }}
            initial={answering.answer === null ? {} : { why: answering.answer }}
            fields={[field('why', '说明', 'Answer', 'long-text', { maxLength: 500 })]}
            submit={fact('保存说明', 'Keep')}
            onDone={() => setAnswering(undefined)}
            onCancel={() => setAnswering(undefined)}
          />
        </Sheet>
      )}
    </Section>
  );
}

function FormTable({ statement: it }: { readonly statement: Statement }) {
  const { w } = useWords();
  const [opened, setOpened] = useState<{ readonly line: string; readonly of: 'amount' | 'cost' }>();
  const line = it.lines.find((each) => each.line === opened?.line);
  const cell = line && opened ? line[opened.of] : null;
  const asked = new Set(it.notes.filter(({ answer }) => answer === null).map((note) => note.line));
  return (
    <TableBox title={w(fact('填报内容', 'The form'))}>
      <table className="e-form">
        <thead>
          <tr>
            <th scope="col">{w(fact('指标', 'Line'))}</th>
            <th scope="col" className="e-form-measure">
              {w(fact('计量单位', 'Unit'))}
            </th>
            <th scope="col" className="e-form-number">
              {w(fact('消费量', 'Amount'))}
            </th>
            <th scope="col" className="e-form-number">
              {w(fact('费用（元）', 'Cost (CNY)'))}
            </th>
            <th scope="col">{w(fact('依据', 'Known by'))}</th>
          </tr>
        </thead>
        <tbody>
          {it.lines.map((each) => (
            <tr key={each.line} className={asked.has(each.line) ? 'e-form-asked' : undefined}>
              <th scope="row" className={each.partOf === null ? undefined : 'e-form-part'}>
                {w(formLines[each.line] ?? { zh: each.line, en: each.line })}
                <span className="e-form-small-measure">{w(measureOf(each.measure))}</span>
              </th>
              <td className="e-form-measure">{w(measureOf(each.measure))}</td>
              <td className="e-form-number">
                <CellButton cell={each.amount} of="amount" line={each.line} onOpen={setOpened} />
              </td>
              <td className="e-form-number">
                {each.cost && <CellButton cell={each.cost} of="cost" line={each.line} onOpen={setOpened} />}
              </td>
              <td>
                {each.amount.basis ? w(bases[each.amount.basis]) : ''}
                {(each.amount.corrected || each.cost?.corrected) && (
                  <span className="e-form-corrected"> {w(fact('已更正', 'corrected'))}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {line && opened && cell && (
        <CellSheet
          key={`${opened.line} ${opened.of}`}
          statement={it}
          line={line}
          of={opened.of}
          cell={cell}
          onClose={() => setOpened(undefined)}
        />
      )}
    </TableBox>
  );
}

const measureOf = (measure: string) => formMeasures[measure] ?? { zh: measure, en: measure };

function CellButton({
  cell,
  of,
  line,
  onOpen,
}: {
  readonly cell: Statement['lines'][number]['amount'];
  readonly of: 'amount' | 'cost';
  readonly line: string;
  readonly onOpen: (cell: { line: string; of: 'amount' | 'cost' }) => void;
}) {
  const { w } = useWords();
  const shown = of === 'cost' ? yuan(cell.value) : number(cell.value);
  return (
    <button
      type="button"
      className="k-figure"
      aria-haspopup="dialog"
      aria-label={`${w(formLines[line] ?? { zh: line, en: line })} ${w(cellFields[of])} ${cell.value === null ? w(fact('未填', 'empty')) : shown}`}
      onClick={() => onOpen({ line, of })}
    >
      {cell.value === null ? w(fact('未填', 'empty')) : shown}
    </button>
  );
}
