import {
  Figure,
  Go,
  instant,
  NameOf,
  number,
  Pairs,
  percent,
  Section,
  unitMark,
  useWords,
  yuan,
  type Answer,
  type Language,
  type Pair,
} from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';
import { outcomeWords } from '../words.ts';

type FindingAnswer = Answer<'risk-centre.finding'>;

const words = (zh: string, en: string) => ({ zh, en });
const pair = (term: Words, value: ReactNode): Pair => ({ term, value, wide: true });

/** As exact as it is: whole numbers without decimals. */
const exactly = (value: number) => number(value, Number.isInteger(value) ? 0 : 2);
const measured = (value: number, unit: string, language: Language) => `${exactly(value)} ${unitMark(unit, language)}`;

/** Loss as people say it: a range of money, or of what was measured. */
export function lossText({ loss }: Pick<FindingAnswer, 'loss'>): string {
  if (!loss) return '—';
  if (loss.unit === 'fen')
    return loss.low === loss.high ? `${yuan(loss.mid)} 元` : `${yuan(loss.low)}–${yuan(loss.high)} 元`;
  return loss.low === loss.high
    ? measured(loss.mid, loss.unit, 'zh')
    : `${number(loss.low)}–${number(loss.high)} ${unitMark(loss.unit)}`;
}

/** 为什么: what was compared, on which paper, how well the rule has done so far, and what harmless things look like it. */
export function Why({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const { verdict, article, precision } = finding;
  const pairs: Pair[] = [
    pair(
      words('规则', 'Rule'),
      <>
        {w(finding.kitTitle)} <code className="k-faint">{finding.kit}</code>
      </>,
    ),
    pair(words('它问什么', 'What it asks'), w(finding.question)),
    pair(
      words('比对', 'Compared'),
      verdict.value === null ? (
        '—'
      ) : (
        <Figure
          source={{
            value: verdict.value,
            unit: unitMark(verdict.unit, language),
            period: finding.period.join(' — '),
            standard: Object.values(verdict.standards ?? {})
              .map((each) => `${each.id} = ${String(each.value)} ${each.unit}(${each.day})`)
              .join(';'),
            article: article ? [article.document, article.number, article.article].filter(Boolean).join(' ') : null,
            rows: finding.opens,
          }}
        >
          {measured(verdict.value, verdict.unit, language)}
          {verdict.threshold !== null &&
            w(words(`（界限 ${exactly(verdict.threshold)}）`, ` (limit ${exactly(verdict.threshold)})`))}
        </Figure>
      ),
    ),
    pair(
      words('依据', 'Paper'),
      article ? [article.document, article.number, article.article].filter(Boolean).join(' ') : '—',
    ),
    pair(
      words('该规则以往', 'Its record so far'),
      precision === null
        ? w(words('尚无核实结论', 'nothing verified yet'))
        : w(
            words(
              `核实 ${number(precision.reviewed)} 件，属实 ${percent(precision.mean)}（90% 区间 ${percent(precision.lower)}–${percent(precision.upper)}）`,
              `${number(precision.reviewed)} verified, ${percent(precision.mean)} true (90 % interval ${percent(precision.lower)}–${percent(precision.upper)})`,
            ),
          ),
    ),
  ];
  return (
    <Section title={words('为什么提示', 'Why it was raised')}>
      <p>{w(verdict.explanation)}</p>
      <Pairs pairs={pairs} />
    </Section>
  );
}

/** 可能的正常原因: said before anybody judges. */
export function Benign({ finding }: { readonly finding: FindingAnswer }) {
  const { w } = useWords();
  return (
    <Section title={words('可能的正常原因', 'Innocent explanations')}>
      <ul>
        {finding.verdict.benign.map((each) => (
          <li key={each.zh}>{w(each)}</li>
        ))}
      </ul>
      <p className="k-faint">{w(finding.remedy)}</p>
    </Section>
  );
}

/** 证据: the inputs by which it can be computed again. Series are told by their length; the page of the thing shows them. */
export function EvidenceTable({ finding }: { readonly finding: FindingAnswer }) {
  const { w } = useWords();
  return (
    <Section title={words('证据', 'Evidence')}>
      <div className="k-wide-content" tabIndex={0} role="region" aria-label={w(words('证据', 'Evidence'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{w(words('来自', 'From'))}</th>
              <th scope="col">{w(words('字段', 'Field'))}</th>
              <th scope="col">{w(words('值', 'Value'))}</th>
            </tr>
          </thead>
          <tbody>
            {finding.verdict.evidence.slice(0, 60).map((each, at) => (
              <tr key={`${each.table}-${each.key}-${each.field}-${String(at)}`}>
                <td>
                  <code>{each.table}</code>
                </td>
                <td>
                  <code>{each.field}</code>
                </td>
                <td>{valueText(each.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {finding.opens && (
        <p>
          <Go to={finding.opens}>{w(words('打开原始记录', 'Open the records'))}</Go>
        </p>
      )}
    </Section>
  );
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (Array.isArray(value))
    return value.length > 4 ? `${String(value.length)} …` : value.map((each) => valueText(each)).join(', ');
  if (typeof value === 'number') return number(value, Number.isInteger(value) ? 0 : 2);
  return String(value);
}

/** 办理: what each side said. */
export function Handling({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const pairs: Pair[] = [
    pair(words('单位', 'Unit'), <NameOf id={finding.unit} />),
    pair(words('提出', 'Raised'), instant(finding.raisedAt, language)),
    pair(words('单位说明', 'Unit’s answer'), finding.answer ?? '—'),
    pair(
      words('结论', 'Outcome'),
      finding.outcome ? `${w(outcomeWords[finding.outcome])} · ${finding.outcomeReason ?? ''}` : '—',
    ),
    pair(words('整改人', 'Rectified by'), finding.assignedTo ? <NameOf id={finding.assignedTo} /> : '—'),
    pair(words('整改情况', 'Rectification'), finding.rectified ?? '—'),
    pair(words('逾期上报', 'Escalations'), String(finding.escalations)),
  ];
  return (
    <Section title={words('办理', 'Handling')}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
