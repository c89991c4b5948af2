import { words } from '@opengoa/kernel/words';
import { Go, number, Page, percent, Shown, StatusTag, useRead, useWords, type Answer } from '@opengoa/web-kit';
import { kitStateWords, outcomeWords } from '../words.ts';
import './chain.css';

type Register = Answer<'risk-centre.kits'>;

/** 规则登记册: what each rule asks, on which paper, how well it has done so far; each opens its own page. */
export default function KitRegister() {
  const { w } = useWords();
  const known = useRead('risk-centre.kits', {});
  return (
    <Page
      title={words('规则登记册', 'Register of kits')}
      acts={
        <Go className="k-link" to="/risk/trials">
          {w(words('历史试算记录', 'Trials on history'))}
        </Go>
      }
    >
      <Shown known={known} lines={20}>
        {({ kits, fewest }) => (
          <>
            {kits.map((kit) => (
              <OneKit key={kit.id} kit={kit} fewest={fewest} />
            ))}
          </>
        )}
      </Shown>
    </Page>
  );
}

function OneKit({ kit, fewest }: { readonly kit: Register['kits'][number]; readonly fewest: number }) {
  const { w } = useWords();
  return (
    <section className="k-section rc-kit">
      <div className="k-section-head">
        <h2>
          <Go to={`/risk/kits/${kit.id}`}>{w(kit.title)}</Go>
        </h2>
        <code className="k-faint">
          {kit.id} {kit.version}
        </code>
      </div>
      <p>
        <StatusTag tone={kit.state === 'live' ? 'done' : 'plain'}>
          {w(kitStateWords[kit.state] ?? words(kit.state, kit.state))}
        </StatusTag>{' '}
        {w(kit.question)}
      </p>
      <dl className="rc-kit-line">
        <div>
          <dt>{w(words('依据', 'Paper'))}</dt>
          <dd>{[kit.article.document, kit.article.number, kit.article.article].filter(Boolean).join(' ')}</dd>
        </div>
        <div>
          <dt>{w(words('命中率', 'Precision'))}</dt>
          <dd>
            <PrecisionText precision={kit.precision} fewest={fewest} />
          </dd>
        </div>
        <div>
          <dt>{w(words('核实结论', 'Verdicts'))}</dt>
          <dd>
            <VerdictCounts kit={kit} />
          </dd>
        </div>
        <div>
          <dt>{w(words('最近检查', 'Last looked at'))}</dt>
          <dd>
            <Go className="k-link" to={`/risk/runs?f.kit=${encodeURIComponent(kit.id)}`}>
              {number(kit.lastRun?.looked ?? 0)}
            </Go>
            {w(words('，数据不足 ', ', insufficient data '))}
            {number(kit.lastRun?.insufficient ?? 0)}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** `68%（90% 区间 51%–83%，核实 18 件）`, or that there are too few verdicts to say. */
export function PrecisionText({
  precision,
  fewest,
}: {
  readonly precision: Register['kits'][number]['precision'];
  readonly fewest: number;
}) {
  const { w } = useWords();
  if (precision === null)
    return w(
      words(`数据不足（核实少于 ${number(fewest)} 件）`, `insufficient data (fewer than ${number(fewest)} verdicts)`),
    );
  return w(
    words(
      `${percent(precision.mean)}（90% 区间 ${percent(precision.lower)}–${percent(precision.upper)}，核实 ${number(precision.reviewed)} 件）`,
      `${percent(precision.mean)} (90 % interval ${percent(precision.lower)}–${percent(precision.upper)}, ${number(precision.reviewed)} verified)`,
    ),
  );
}

/** Each count opens its verdicts. */
export function VerdictCounts({ kit }: { readonly kit: Pick<Register['kits'][number], 'id' | 'outcomes'> }) {
  const { w } = useWords();
  const counted = Object.entries(kit.outcomes).filter(([, n]) => n > 0);
  if (counted.length === 0) return '—';
  return counted.map(([outcome, n], at) => (
    <span key={outcome}>
      {at > 0 && ' · '}
      <Go className="k-link" to={`/risk/verdicts?f.kit=${encodeURIComponent(kit.id)}&f.outcome=${outcome}`}>
        {w(outcomeWords[outcome as keyof typeof outcomeWords])} {number(n)}
      </Go>
    </span>
  ));
}
