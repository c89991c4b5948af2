import {
  day,
  Go,
  instant,
  number,
  percent,
  Section,
  StatusTag,
  unitMark,
  useWords,
  type Answer,
} from '@opengoa/web-kit';
import { outcomeWords, stateWords } from '../words.ts';
import { stateTones } from './finding-tones.ts';
import './finding.css';

type FindingAnswer = Answer<'risk-centre.finding'>;

const words = (zh: string, en: string) => ({ zh, en });

/** 概率怎样得出: the prior, what each kit adds in log odds, and what comes of it. */
export function Formula({ finding }: { readonly finding: FindingAnswer }) {
  const { w } = useWords();
  const documentary = finding.verdict.evidenceClass === 'D';
  return (
    <Section title={words('概率怎样得出', 'How the probability comes about')}>
      <dl className="rc-formula">
        <div>
          <dt>{w(words('先验（未核查时的比例）', 'Prior: the share of such cases before looking'))}</dt>
          <dd>{percent(finding.prior)}</dd>
        </div>
        {finding.contributions.map((each) => (
          <div key={each.kit}>
            <dt>
              {w(each.title)}
              {each.weight < 1 && w(words('（与上一条用同一批记录，按一半计）', ' (the same records as above: half)'))}
              {each.measured && w(words('（按实测命中率）', ' (by measured precision)'))}
            </dt>
            <dd>+{number(each.logOdds, 2)}</dd>
          </div>
        ))}
        <div>
          <dt>
            {w(words('合成概率', 'Together'))}
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
    </Section>
  );
}

/** 信号（时间顺序）: everything that was seen of it, whichever kit saw it. */
export function Signals({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  if (finding.signals.length < 2) return null;
  return (
    <Section title={words('信号（时间顺序）', 'Signals in the order of time')}>
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

/** 同类: what others of the same run measured; figures alone, no names. */
export function Peers({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const { peers, verdict } = finding;
  const unit = unitMark(verdict.unit, language);
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
        <p>
          {w(
            words(
              `最近一次运行中可比的 ${number(peers.n)} 个：中位 ${number(peers.median, 2)} ${unit}，一半在 ${number(peers.q1, 2)}–${number(peers.q3, 2)} 之间，最高 ${number(peers.high, 2)}；本例 ${number(verdict.value, 2)}。`,
              `${number(peers.n)} of its kind in the last run: median ${number(peers.median, 2)} ${unit}, half of them between ${number(peers.q1, 2)} and ${number(peers.q3, 2)}, the highest ${number(peers.high, 2)}; this one ${number(verdict.value, 2)}.`,
            ),
          )}
        </p>
      )}
    </Section>
  );
}

/** 以往: other findings on the same subject. */
export function History({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  return (
    <Section title={words('该对象以往', 'The same subject before')}>
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
