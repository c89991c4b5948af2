import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';
import {
  day,
  Go,
  instant,
  number,
  percent,
  Section,
  StatusTag,
  useWords,
  yuan,
  type Answer,
  type Language,
} from '@opengoa/web-kit';
import { outcomeWords, stateWords } from '../words.ts';
import { Origin } from './finding-parts.tsx';
import { stateTones } from './finding-tones.ts';
import { PeerBox } from './peer-box.tsx';
import { bare, markOf } from './told-values.ts';
import './finding.css';

type FindingAnswer = Answer<'risk-centre.finding'>;

/** 概率怎样得出: the prior, what each kit adds in log odds, and what comes of it. */
export function Formula({ finding }: { readonly finding: FindingAnswer }) {
  const { w } = useWords();
  const documentary = finding.verdict.evidenceClass === 'D';
  return (
    <Section title={words('概率怎样得出', 'How the probability comes about')}>
      <dl className="rc-formula">
        <div>
          <dt>
            {w(words('先验（未核查时的比例）', 'Prior: the share of such cases before looking'))}{' '}
            <Origin
              source={words('规则自带，抽样核实前', 'declared by the kit until a random sample has measured it')}
            />
          </dt>
          <dd>{percent(finding.prior)}</dd>
        </div>
        {finding.contributions.map((each) => (
          <div key={each.kit}>
            <dt>
              {w(each.title)}
              {weightText(each, w)} <Origin formula={words('对数似然比 × 权重', 'log likelihood ratio × weight')} />
              {each.measured && w(words('（按实测命中率）', ' (by measured precision)'))}
            </dt>
            <dd>+{number(each.logOdds, 2)}</dd>
          </div>
        ))}
        {finding.correction && finding.stated !== null && (
          <>
            <div>
              <dt>{w(words('合成（规则自述，未校正）', 'Together as the kits state it, not corrected'))}</dt>
              <dd>{percent(finding.stated)}</dd>
            </div>
            <div>
              <dt>
                {w(
                  words(
                    `按本规则已核实的 ${number(finding.correction.cases)} 件校正（属实 ${number(finding.correction.came)} 件，部分属实计半件）`,
                    `Corrected by what ${number(finding.correction.cases)} cases of this kit became (${number(finding.correction.came)} true, a part as a half)`,
                  ),
                )}
              </dt>
              <dd>{percent(finding.probability)}</dd>
            </div>
          </>
        )}
        <div>
          <dt>
            {w(words('合成概率', 'Together'))} <Origin formula={togetherFormula(finding)} />
            {documentary &&
              w(
                words(
                  '（两份记录不能同时为真，至少 95%；是否有正当原因另行核实）',
                  ' (two records cannot both be true: at least 95 %; what it means is still to be verified)',
                ),
              )}
          </dt>
          <dd>{percent(finding.probability)}</dd>
        </div>
      </dl>
      {finding.repeating.map((each) => (
        <p key={each.kits.map(({ en }) => en).join()} className="k-faint">
          {w(repeatingText(each, w))}
        </p>
      ))}
    </Section>
  );
}

type Say = (given: Words) => string;

const togetherFormula = ({ correction }: FindingAnswer): Words =>
  correction
    ? words('各项对数几率之和，再按已核实结论校正', 'sum of the log odds, corrected by verdicts')
    : words('先验与各项对数几率之和', 'sum of the log odds of the prior and what was added');

/** What a kit over the same records counts for, in words; nothing where it counts in full. */
function weightText({ weight, rho }: FindingAnswer['contributions'][number], w: Say): string {
  if (weight === 1) return '';
  if (rho === null) return w(words('（与上一条用同一批记录，按一半计）', ' (the same records as above: half)'));
  if (weight === 0) return w(words('（与更强的一条重复，不再加计）', ' (repeats the stronger one and adds nothing)'));
  return w(
    words(
      `（与同批记录的规则相关，按 ${number(weight, 2)} 计）`,
      ` (correlated with kits over the same records: at ${number(weight, 2)})`,
    ),
  );
}

function repeatingText({ kits, rho, subjects, needed }: FindingAnswer['repeating'][number], w: Say): Words {
  const which = kits.map((title) => w(title)).join('、');
  return rho === null
    ? words(
        `${which}用同一批记录，相关程度数据不足（共同判断过的对象 ${number(subjects)} 个，至少 ${number(needed)} 个），最强一条全额、其余按一半计。`,
        `${which} read the same records; how much they repeat each other is insufficient data (${number(subjects)} subjects judged by all, ${number(needed)} needed): the strongest in full, the others half.`,
      )
    : words(
        `${which}用同一批记录，实测相关系数 ${number(rho, 2)}（共同判断过的对象 ${number(subjects)} 个）：k 条合计按总和除以 1+(k−1)×${number(rho, 2)}，不低于最强一条。`,
        `${which} read the same records; measured correlation ${number(rho, 2)} (${number(subjects)} subjects judged by all): k of them count as their sum by 1+(k−1)×${number(rho, 2)}, not below the strongest.`,
      );
}

/** 信号（时间顺序）: everything that was seen of it, whichever kit saw it. */
export function Signals({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  if (finding.signals.length < 2) return null;
  return (
    <Section title={words('信号（时间顺序）', 'Signals in the order of time')}>
      {finding.stretches.length > 1 && (
        <p className="k-faint">
          {w(
            words(
              `按时间相隔合并为 ${number(finding.stretches.length)} 段：${stretchText(finding.stretches, language)}`,
              `${number(finding.stretches.length)} stretches by their distance in time: ${stretchText(finding.stretches, language)}`,
            ),
          )}
        </p>
      )}
      <ol className="rc-signals">
        {finding.signals.map((signal, at) => (
          <li key={`${signal.kit} ${signal.at} ${String(at)}`}>
            <small>
              {instant(signal.at, language)} ·{' '}
              <Go className="k-link" to={`/risk/kits/${signal.kit}`}>
                {w(signal.kitTitle)}
              </Go>
            </small>
            <p>{w(signal.explanation)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const stretchText = (stretches: FindingAnswer['stretches'], language: Language): string =>
  stretches.map(([from, to]) => `${day(from, language)} – ${day(to, language)}`).join('；');

/** 同类: what others of the same run measured; figures alone, no names. */
export function Peers({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const { peers, verdict } = finding;
  const unit = markOf(verdict.unit, language);
  const told = (value: number) => bare(value, verdict.unit);
  return (
    <Section title={words('同类比较', 'Against others of its kind')}>
      {peers === null || verdict.value === null ? (
        <p className="k-faint">
          {w(
            words(
              '数据不足：最近一次运行中可比的同类太少。',
              'Insufficient data: too few of its kind could be compared in the last run.',
            ),
          )}
        </p>
      ) : (
        <>
          <PeerBox peers={peers} value={verdict.value} />
          <p className="k-faint">
            {w(
              finding.peersAlike
                ? words('比较范围：同类型、同级别单位。', 'Compared with units of the same type and level.')
                : words(
                    '同类型、同级别单位不足 8 个，已放宽为本次运行的全部对象。',
                    'Fewer than eight of the same type and level: widened to everything in the run.',
                  ),
            )}
          </p>
          <p>
            {w(
              words(
                `最近一次运行中可比的 ${number(peers.n)} 个：中位 ${told(peers.median)} ${unit}，一半在 ${told(peers.q1)}–${told(peers.q3)} 之间，最高 ${told(peers.high)}；本例 ${told(verdict.value)}。`,
                `${number(peers.n)} of its kind in the last run: median ${told(peers.median)} ${unit}, half of them between ${told(peers.q1)} and ${told(peers.q3)}, the highest ${told(peers.high)}; this one ${told(verdict.value)}.`,
              ),
            )}
          </p>
        </>
      )}
    </Section>
  );
}

/** 以往: other findings on the same subject. */
export function History({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  return (
    <Section title={words('该对象以往', 'The same subject before')}>
      {finding.subjectOpen.open > 1 && (
        <p>
          {w(
            words(
              `未办结的共 ${number(finding.subjectOpen.open)} 件：至少一件属实的可能 ${percent(finding.subjectOpen.anyProbability)}，预计损失合计 ${yuan(finding.subjectOpen.expectedLossFen)} 元。`,
              `${number(finding.subjectOpen.open)} open on it: at least one true with ${percent(finding.subjectOpen.anyProbability)}, ${yuan(finding.subjectOpen.expectedLossFen)} yuan to be expected of all.`,
            ),
          )}
        </p>
      )}
      {finding.history.length === 0 ? (
        <p className="k-faint">{w(words('没有其他异常。', 'No other findings.'))}</p>
      ) : (
        <ul className="rc-signals">
          {finding.history.map((each) => (
            <li key={each.id}>
              <Go className="k-link" to={`/risk/findings/${each.id}`}>
                {each.number}
              </Go>{' '}
              {w(each.kitTitle)} · {day(each.period[0], language)}{' '}
              <StatusTag tone={stateTones[each.state]}>
                {w(each.outcome ? outcomeWords[each.outcome] : stateWords[each.state])}
              </StatusTag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
