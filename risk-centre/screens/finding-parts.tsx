import { words } from '@opengoa/kernel/words';
import {
  codeWords,
  evidenceOf,
  Figure,
  Go,
  instant,
  NameOf,
  number,
  Pairs,
  Part,
  percent,
  Section,
  Skeleton,
  unitMark,
  useWords,
  yuan,
  type Answer,
  type Pair,
} from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';
import { outcomeWords } from '../words.ts';
import { bare, markOf, measured, valueText } from './told-values.ts';
import './finding.css';

type FindingAnswer = Answer<'risk-centre.finding'>;

/** What a figure was held against. */
export const limitWords = (threshold: number, unit: string): Words =>
  words(`（界限 ${bare(threshold, unit)}）`, ` (limit ${bare(threshold, unit)})`);

const pair = (term: Words, value: ReactNode): Pair => ({ term, value, wide: true });

/** Energy for which nobody set a price is told as it was measured, and that it is. */
const unpriced = new Set(['kWh']);

/** Loss as people say it: a range of money with what was measured behind it, or of what was measured alone. */
export function lossText({ loss }: Pick<FindingAnswer, 'loss'>): string {
  if (!loss) return '—';
  if (loss.unit !== 'fen')
    return `${rangeText(loss, (value) => number(value), unitMark(loss.unit))}${unpriced.has(loss.unit) ? '（未登记单价，未折算金额）' : ''}`;
  const money = rangeText(loss, yuan, '元');
  return loss.amount
    ? `${money}（${rangeText(loss.amount, (value) => number(value), unitMark(loss.amount.unit))}）`
    : money;
}

const rangeText = (
  { low, mid, high }: { readonly low: number; readonly mid: number; readonly high: number },
  text: (value: number) => string,
  unit: string,
): string => (low === high ? `${text(mid)} ${unit}` : `${text(low)}–${text(high)} ${unit}`);

/** 为什么: what was compared, on which paper, how well the rule has done so far, and what harmless things look like it. */
export function Why({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const { verdict, article, precision } = finding;
  const pairs: Pair[] = [
    pair(
      words('规则', 'Rule'),
      <Go className="k-link" to={`/risk/kits/${finding.kit}`}>
        {w(finding.kitTitle)} <small>{verdict.version}</small>
      </Go>,
    ),
    pair(words('它问什么', 'What it asks'), w(finding.question)),
    pair(
      words('比对', 'Compared'),
      verdict.value === null ? (
        '—'
      ) : (
        <>
          <Figure
            source={{
              value: verdict.value,
              unit: markOf(verdict.unit, language),
              period: finding.period.join(' — '),
              standard: Object.values(verdict.standards ?? {})
                .map((each) => `${each.id} = ${String(each.value)} ${each.unit}(${each.day})`)
                .join(';'),
              article: article ? [article.document, article.number, article.article].filter(Boolean).join(' ') : null,
              rows: finding.opens,
            }}
          >
            {measured(verdict.value, verdict.unit, language)}
            {verdict.threshold !== null && w(limitWords(verdict.threshold, verdict.unit))}
          </Figure>{' '}
          <ComparedOrigin finding={finding} />
        </>
      ),
    ),
    pair(
      words('依据', 'Paper'),
      article ? [article.document, article.number, article.article].filter(Boolean).join(' ') : '—',
    ),
    pair(
      words('该规则以往', 'Its record so far'),
      precision === null
        ? w(
            words(
              `数据不足（核实少于 ${number(finding.fewest)} 件）`,
              `insufficient data (fewer than ${number(finding.fewest)} verdicts)`,
            ),
          )
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
export function Benign({ finding }: { readonly finding: Pick<FindingAnswer, 'verdict' | 'remedy'> }) {
  const { w } = useWords();
  return (
    <Section title={words('可能的正常原因', 'Innocent explanations')}>
      <ul className="rc-benign">
        {finding.verdict.benign.map((each) => (
          <li key={each.zh}>{w(each)}</li>
        ))}
      </ul>
      <p className="rc-remedy">
        <strong>{w(words('怎样消除', 'What clears it'))}</strong> {w(finding.remedy)}
      </p>
    </Section>
  );
}

/** 证据: what the subject did in those days, and the inputs by which it can be computed again. */
export function Evidence({ finding }: { readonly finding: FindingAnswer }) {
  const { w } = useWords();
  const picture = evidenceOf(finding.subject.kind);
  return (
    <Section
      title={words('证据', 'Evidence')}
      acts={finding.opens && <Go to={finding.opens}>{w(words('打开原始记录', 'Open the records'))}</Go>}
    >
      {picture && (
        <Part
          load={picture}
          given={{ id: finding.subject.id, period: finding.period }}
          meanwhile={<Skeleton lines={8} />}
        />
      )}
      <EvidenceRows finding={finding} />
    </Section>
  );
}

/** The rows alone, each with where it comes from. */
export function EvidenceRows({ finding }: { readonly finding: Pick<FindingAnswer, 'verdict' | 'native' | 'derived'> }) {
  const { w, language } = useWords();
  const { evidence } = finding.verdict;
  return (
    <dl className="rc-evidence">
      {evidence.slice(0, MOST).map((each, at) => (
        <div key={`${each.key}-${each.field}-${String(at)}`}>
          <dt>
            {fieldText(each, evidence, w)}{' '}
            <Origin formula={finding.derived[each.field]} source={finding.native[each.field]} />
          </dt>
          <dd>{valueText(each.value, each.field, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** 原始 or 派生 (L02): a record as it was entered or measured, from which source, or computed, with the formula. */
export function Origin({
  formula,
  source,
}: {
  readonly formula?: Words | undefined;
  readonly source?: Words | undefined;
}) {
  const { w } = useWords();
  const kind = formula ? words('派生', 'derived') : words('原始', 'native');
  const told = formula ?? source;
  return (
    <small className="rc-origin">
      {w(kind)}
      {told && `：${w(told)}`}
    </small>
  );
}

/** Where the compared figure comes from: one of the records itself, or the rule's own reckoning from them. */
export function ComparedOrigin({
  finding: { verdict, native, derived },
}: {
  readonly finding: Pick<FindingAnswer, 'verdict' | 'native' | 'derived'>;
}) {
  const { w } = useWords();
  const same = verdict.evidence.find(({ value }) => value === verdict.value);
  const standards = [...new Set(Object.values(verdict.standards ?? {}).map(({ id }) => id))];
  return (
    <>
      {same ? (
        <Origin formula={derived[same.field]} source={native[same.field]} />
      ) : (
        <Origin formula={words('规则由下列证据算出，算法见规则页', 'reckoned by the rule from the evidence below')} />
      )}{' '}
      {verdict.threshold !== null && (
        <small className="rc-origin">
          {w(words('界限', 'limit'))}：
          {standards.length > 0
            ? w(words('原始，取自标准', 'native, of the standard'))
            : w(words('原始，规则参数', 'native, a setting of the kit'))}
          {standards.map((id) => (
            <code key={id}> {id}</code>
          ))}
        </small>
      )}
    </>
  );
}

const MOST = 60;

type Input = FindingAnswer['verdict']['evidence'][number];

/** `vehicles.trip` and `leftAt`: what the room calls it. The same field of an earlier time says so. */
function fieldText({ table, field, key }: Input, all: readonly Input[], w: (given: Words | string) => string): string {
  const [room = '', kind = ''] = table.split('.');
  const called = w(codeWords(room, `${kind}.${field}`) ?? codeWords(room, field) ?? field);
  const twice = all.some((each) => each.table === table && each.field === field && each.key !== key);
  return twice && key.includes('before') ? `${called}${w(words('，以往', ', before'))}` : called;
}

/** What has been said so far; a line for nothing is not drawn. */
const told = (term: Words, value: ReactNode): readonly Pair[] => (value ? [pair(term, value)] : []);

/** 办理: what each side said. */
export function Handling({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const pairs: Pair[] = [
    pair(words('单位', 'Unit'), <NameOf id={finding.unit} />),
    pair(words('提出', 'Raised'), instant(finding.raisedAt, language)),
    ...told(words('单位说明', 'Unit’s answer'), finding.answer),
    ...told(
      words('说明材料', 'Papers'),
      finding.papers.length > 0 &&
        finding.papers.map((paper) => (
          <a key={paper.id} className="k-link" href={`/api/files/${paper.id}`} download>
            {paper.name}
          </a>
        )),
    ),
    ...told(
      words('结论', 'Outcome'),
      finding.outcome &&
        [w(outcomeWords[finding.outcome]), finding.cause && w(finding.cause), finding.outcomeReason]
          .filter(Boolean)
          .join(' · '),
    ),
    ...told(words('整改人', 'Rectified by'), finding.assignedTo && <NameOf id={finding.assignedTo} />),
    ...told(words('整改情况', 'Rectification'), finding.rectified),
    ...told(
      words('逾期上报', 'Escalations'),
      finding.escalations > 0 && w(words(`${String(finding.escalations)} 次`, `${String(finding.escalations)} times`)),
    ),
  ];
  return (
    <Section title={words('办理', 'Handling')}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
