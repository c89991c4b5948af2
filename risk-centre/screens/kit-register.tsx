import {
  ActButtons,
  instant,
  number,
  Page,
  Pairs,
  percent,
  Section,
  Shown,
  StatusTag,
  useMay,
  useRead,
  useWords,
  type Answer,
  type Pair,
} from '@opengoa/web-kit';
import type { ReactNode } from 'react';
import type { Words } from '@opengoa/kernel/contract';
import { kitStateWords, outcomeWords } from '../words.ts';

type Kit = Answer<'risk-centre.kits'>['kits'][number];

const words = (zh: string, en: string) => ({ zh, en });
const pair = (term: Words, value: ReactNode): Pair => ({ term, value, wide: true });

/** 规则登记册: what each rule asks, on which paper, and how well it has done so far. */
export default function KitRegister() {
  const known = useRead('risk-centre.kits', {});
  return (
    <Page title={words('规则登记册', 'Register of kits')}>
      <Shown known={known} lines={20}>
        {({ kits }) => (
          <>
            {kits.map((kit) => (
              <OneKit key={kit.id} kit={kit} />
            ))}
          </>
        )}
      </Shown>
    </Page>
  );
}

function OneKit({ kit }: { readonly kit: Kit }) {
  const { w, language } = useWords();
  const mayAdopt = useMay('risk-centre.adopt-kit');
  const run = kit.lastRun;
  const verdicts = Object.entries(kit.outcomes).filter(([, n]) => n > 0);
  const pairs: Pair[] = [
    pair(
      words('依据', 'Paper'),
      kit.article ? [kit.article.document, kit.article.number, kit.article.article].filter(Boolean).join(' ') : '—',
    ),
    pair(
      words('命中率', 'Precision'),
      kit.precision === null
        ? w(words('尚无核实结论', 'nothing verified yet'))
        : w(
            words(
              `${percent(kit.precision.mean)}（90% 区间 ${percent(kit.precision.lower)}–${percent(kit.precision.upper)}，核实 ${number(kit.precision.reviewed)} 件）`,
              `${percent(kit.precision.mean)} (90 % interval ${percent(kit.precision.lower)}–${percent(kit.precision.upper)}, ${number(kit.precision.reviewed)} verified)`,
            ),
          ),
    ),
    pair(
      words('核实结论', 'Verdicts'),
      verdicts.length === 0
        ? '—'
        : verdicts
            .map(([outcome, n]) => `${w(outcomeWords[outcome as keyof typeof outcomeWords])} ${String(n)}`)
            .join(' · '),
    ),
    pair(
      words('最近运行', 'Last run'),
      run === null
        ? '—'
        : w(
            words(
              `${instant(run.at, language)}：检查 ${number(run.looked)}，提示 ${number(run.flagged)}，未见异常 ${number(run.clear)}，数据不足 ${number(run.insufficient)}，不适用 ${number(run.notApplicable)}`,
              `${instant(run.at, language)}: looked at ${number(run.looked)}, flagged ${number(run.flagged)}, clear ${number(run.clear)}, insufficient data ${number(run.insufficient)}, not applicable ${number(run.notApplicable)}`,
            ),
          ),
    ),
    pair(words('已知误报', 'Known false alarms'), kit.knownFalseAlarms.map((each) => w(each)).join('、')),
    pair(words('处理建议', 'What to do'), w(kit.remedy)),
  ];
  return (
    <Section
      title={w(kit.title)}
      acts={
        <code className="k-faint">
          {kit.id} {kit.version}
        </code>
      }
    >
      <p>
        <StatusTag tone={kit.state === 'live' ? 'done' : 'plain'}>
          {w(kitStateWords[kit.state] ?? words(kit.state, kit.state))}
        </StatusTag>{' '}
        {w(kit.question)}
      </p>
      <Pairs pairs={pairs} />
      {mayAdopt && <ActButtons may={['risk-centre.adopt-kit']} object={{ id: kit.id }} />}
    </Section>
  );
}
