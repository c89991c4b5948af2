import { words } from '@opengoa/kernel/words';
import {
  day,
  instant,
  number,
  Pairs,
  percent,
  Section,
  StatusTag,
  unitMark,
  useWords,
  type Pair,
  type Result,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { Benign, ComparedOrigin, EvidenceRows, limitWords } from '../../screens/finding-parts.tsx';
import { measured } from '../../screens/told-values.ts';
import { levelTones, stateTones } from '../../screens/finding-tones.ts';
import { levelWords, outcomeWords, stateWords } from '../../words.ts';

type Finding = NonNullable<Result<'risk-centre.look-through-window'>['finding']>;

interface SeenFindingProps {
  readonly finding: Finding;
  /** Looks at an earlier one on the same subject: a look of its own. */
  readonly opens: (id: string) => void;
  readonly busy: boolean;
}

/** 一条异常，只读: why it was raised, on which rows and limits, what the unit answered, what became of it. */
export function SeenFinding({ finding: it, opens, busy }: SeenFindingProps) {
  const { w, language } = useWords();
  const { verdict } = it;
  const wide = (term: ReturnType<typeof words>, value: Pair['value']): Pair => ({ term, value, wide: true });
  const said = (term: ReturnType<typeof words>, value: Pair['value'] | null): Pair[] =>
    value === null || value === '' ? [] : [wide(term, value)];
  const standards = Object.entries(verdict.standards ?? {});
  return (
    <>
      <h2 className="rc-window-title">
        {it.subject} <StatusTag tone={levelTones[it.level]}>{w(levelWords[it.level])}</StatusTag>{' '}
        <StatusTag tone={stateTones[it.state]}>{w(stateWords[it.state])}</StatusTag>
      </h2>
      <p className="k-faint">
        {it.number} · {w(it.kitTitle)} · {it.unitName}
      </p>
      <div className="rc-finding">
        <div>
          <Section title={words('为什么提示', 'Why it was raised')}>
            <p>{w(verdict.explanation)}</p>
            <Pairs
              pairs={[
                wide(words('规则', 'Rule'), `${w(it.kitTitle)} ${verdict.version}`),
                wide(words('它问什么', 'What it asks'), w(it.question)),
                wide(
                  words('比对', 'Compared'),
                  verdict.value === null ? (
                    '—'
                  ) : (
                    <>
                      {measured(verdict.value, verdict.unit, language)}
                      {verdict.threshold !== null && w(limitWords(verdict.threshold, verdict.unit))}{' '}
                      <ComparedOrigin finding={it} />
                    </>
                  ),
                ),
                wide(words('依据', 'Paper'), it.article ?? '—'),
                ...said(
                  words('所用标准', 'Limits used'),
                  standards.length === 0
                    ? null
                    : standards.map(([name, each]) => (
                        <span key={name} className="rc-window-standard">
                          <code>{each.id}</code> {String(each.value)} {unitMark(each.unit, language)} ·{' '}
                          {day(each.day, language)}
                        </span>
                      )),
                ),
                wide(words('期间', 'Period'), it.period.map((each) => day(each, language)).join(' – ')),
                wide(
                  words('概率', 'Probability'),
                  `${percent(it.probability)}${w(words('（属实的可能，不是结论）', ' (how likely it is true; not a conclusion)'))}`,
                ),
              ]}
            />
          </Section>
          <Benign finding={it} />
        </div>
        <div>
          <Section title={words('证据', 'Evidence')}>
            <EvidenceRows finding={it} />
          </Section>
          <Section title={words('办理', 'Handling')}>
            <Pairs
              pairs={[
                wide(words('提出', 'Raised'), instant(it.raisedAt, language)),
                ...said(words('期限', 'Due'), it.due && instant(it.due, language)),
                wide(
                  words('单位说明', 'Unit’s answer'),
                  it.answer ?? w(words('还没有说明', 'it has not answered yet')),
                ),
                ...said(words('说明时间', 'Answered'), it.answeredAt && instant(it.answeredAt, language)),
                ...said(words('说明材料', 'Papers'), it.papers > 0 ? number(it.papers) : null),
                ...said(
                  words('结论', 'Outcome'),
                  it.outcome && [w(outcomeWords[it.outcome]), it.outcomeReason].filter(Boolean).join(' · '),
                ),
                ...said(words('整改情况', 'Rectification'), it.rectified),
                ...said(words('办结', 'Closed'), it.closedAt && instant(it.closedAt, language)),
              ]}
            />
          </Section>
          <Section title={words('该对象以往', 'The same subject before')}>
            {it.history.length === 0 ? (
              <p className="k-faint">{w(words('窗口范围内没有其他异常。', 'No others that the window shows.'))}</p>
            ) : (
              <ul className="rc-signals">
                {it.history.map((each) => (
                  <li key={each.id}>
                    <Button type="link" className="rc-window-open" disabled={busy} onClick={() => opens(each.id)}>
                      {each.number}
                    </Button>{' '}
                    {w(each.kitTitle)} · {instant(each.raisedAt, language)}{' '}
                    <StatusTag tone={stateTones[each.state]}>
                      {w(each.outcome ? outcomeWords[each.outcome] : stateWords[each.state])}
                    </StatusTag>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {it.signals.length > 1 && (
            <Section title={words('信号（时间顺序）', 'Signals in the order of time')}>
              <ol className="rc-signals">
                {it.signals.map((signal, at) => (
                  <li key={`${signal.at} ${String(at)}`}>
                    <small>
                      {instant(signal.at, language)} · {w(signal.kitTitle)}
                    </small>
                    <p>{w(signal.explanation)}</p>
                  </li>
                ))}
              </ol>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
