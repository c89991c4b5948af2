import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';
import {
  day,
  EmptyState,
  Go,
  number,
  Pairs,
  Section,
  Shown,
  StatusTag,
  ThingPage,
  useRead,
  useWords,
  type Answer,
  type Pair,
  type ScreenProps,
} from '@opengoa/web-kit';
import { levelTones, stateTones } from '../../screens/finding-tones.ts';
import { levelWords, stateWords } from '../../words.ts';
import { consequenceWords, likelihoodWords, riskOfficeWords, riskStateWords } from '../words.ts';
import { riskTones } from './risk-list.tsx';

type RiskAnswer = Answer<'risk-centre.risk'>;

/** 一项风险: what it is, what is in place, what is left and until when that is accepted, and which findings belong to it. */
export default function RiskPage({ params }: ScreenProps<'id'>) {
  const { w } = useWords();
  const known = useRead('risk-centre.risk', { id: params.id });
  const tag = (level: RiskAnswer['level']) => <StatusTag tone={levelTones[level]}>{w(levelWords[level])}</StatusTag>;
  return (
    <Shown known={known} lines={12}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.name}
          status={{ tone: riskTones[it.state], words: riskStateWords[it.state] }}
          summary={`${it.unitName} · ${w(riskOfficeWords[it.office])}`}
          may={it.may}
          object={{ ...it }}
          figures={[
            { title: words('控制前', 'Before controls'), value: tag(it.level), note: <Points of={it.inherent} /> },
            { title: words('剩余风险', 'Residual'), value: tag(it.residualLevel), note: <Points of={it.residual} /> },
            {
              title: words('接受到', 'Accepted until'),
              value: it.acceptedUntil === null ? '—' : day(it.acceptedUntil),
            },
          ]}
        >
          <Rated risk={it} />
          <Findings risk={it} />
        </ThingPage>
      )}
    </Shown>
  );
}

function Points({ of: { likelihood, consequence } }: { readonly of: RiskAnswer['residual'] }) {
  return `${number(likelihood)} × ${number(consequence)} = ${number(likelihood * consequence)}`;
}

const rated = ({ likelihood, consequence }: RiskAnswer['residual']): Words =>
  words(
    `可能性 ${likelihoodWords[likelihood]!.zh}，后果 ${consequenceWords[consequence]!.zh}`,
    `likelihood ${likelihoodWords[likelihood]!.en}, consequence ${consequenceWords[consequence]!.en}`,
  );

function Rated({ risk }: { readonly risk: RiskAnswer }) {
  const { w } = useWords();
  const pairs: Pair[] = [
    { term: words('责任岗位', 'Post that answers for it'), value: risk.post, wide: true },
    { term: words('控制措施', 'Controls'), value: risk.controls, wide: true },
    { term: words('控制前', 'Before controls'), value: w(rated(risk.inherent)), wide: true },
    { term: words('控制后', 'After controls'), value: w(rated(risk.residual)), wide: true },
    {
      term: words('可以接受多久', 'How long it may be accepted'),
      value: w(
        risk.longest === 0
          ? words('这一级不得接受，请先降低剩余风险。', 'Not at this level: lower what is left first.')
          : words(
              `由领导接受，一次最多 ${number(risk.longest)} 天；责任岗位上的人不能自己接受。`,
              `By a leader, for at most ${number(risk.longest)} days at a time; never by whoever answers for it.`,
            ),
      ),
      wide: true,
    },
    ...(risk.acceptedReason === null
      ? []
      : [{ term: words('接受理由', 'Why it was accepted'), value: risk.acceptedReason, wide: true }]),
    ...(risk.conclusion === null
      ? []
      : [{ term: words('关闭结论', 'Why it was closed'), value: risk.conclusion, wide: true }]),
  ];
  return (
    <Section title={words('措施和评估', 'Controls and rating')}>
      <Pairs pairs={pairs} />
    </Section>
  );
}

function Findings({ risk }: { readonly risk: RiskAnswer }) {
  const { w } = useWords();
  return (
    <Section
      title={words(`有关的待核实异常 ${number(risk.findings.length)}`, `Findings: ${number(risk.findings.length)}`)}
    >
      {risk.findings.length === 0 ? (
        <EmptyState
          title={words('还没有关联的异常', 'No findings belong to it')}
          todo={words('点“关联异常”，选出属于这项风险的。', 'Press “Tie a finding” and choose those that belong here.')}
        />
      ) : (
        <ul className="rc-risk-findings">
          {risk.findings.map((each) => (
            <li key={each.id}>
              <Go className="k-link" to={`/risk/findings/${each.id}`}>
                {each.number} {each.subject}
              </Go>{' '}
              <StatusTag tone={levelTones[each.level]}>{w(levelWords[each.level])}</StatusTag>{' '}
              <StatusTag tone={stateTones[each.state]}>{w(stateWords[each.state])}</StatusTag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
