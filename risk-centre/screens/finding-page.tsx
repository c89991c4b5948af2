import { Figure, percent, Shown, StatusTag, ThingPage, useRead, useWords, type ScreenProps } from '@opengoa/web-kit';
import { levelWords, stateWords } from '../words.ts';
import { Colour } from './finding-colour.tsx';
import { NeededBy } from '../depending/screens/finding-needs.tsx';
import { Remedy } from './finding-remedy.tsx';
import { Rounds } from './finding-rounds.tsx';
import { MarkedBy } from '../mining/screens/marked-by.tsx';
import { Formula, History, Peers, Signals } from './finding-reasons.tsx';
import { Benign, Evidence, Handling, lossText, Why } from './finding-parts.tsx';
import { levelTones, stateTones } from './finding-tones.ts';

/** 一条待核实异常: why, with which evidence, what harmless may explain it, what each side said, and what may be done now. */
export default function FindingPage({ params }: ScreenProps<'id'>) {
  const { w } = useWords();
  const finding = useRead('risk-centre.finding', { id: params.id });
  return (
    <Shown known={finding} lines={16}>
      {(it) => (
        <ThingPage
          talk="risk-centre.finding"
          id={it.id}
          title={it.subject.name}
          status={{ tone: it.overdue ? 'refused' : stateTones[it.state], words: stateWords[it.state] }}
          summary={`${it.number} · ${w(it.kitTitle)}`}
          dueAt={it.due}
          may={it.may}
          object={{ id: it.id }}
          figures={[
            {
              title: { zh: '级别', en: 'Level' },
              value: <StatusTag tone={levelTones[it.level]}>{w(levelWords[it.level])}</StatusTag>,
            },
            {
              title: { zh: '概率', en: 'Probability' },
              value: (
                <Figure
                  source={{
                    value: it.probability,
                    formula: {
                      zh: '规则先验与本次证据的对数几率之和',
                      en: 'log odds of the kit’s prior plus this evidence',
                    },
                    definition: { zh: '概率表示属实的可能，不是结论', en: 'how likely it is true; not a conclusion' },
                  }}
                >
                  {percent(it.probability)}
                </Figure>
              ),
            },
            {
              title: { zh: '预计损失', en: 'Expected loss' },
              value: (
                <Figure source={{ value: lossText(it), period: it.period.join(' — '), rows: it.opens }}>
                  {lossText(it)}
                </Figure>
              ),
            },
          ]}
        >
          <div className="rc-finding">
            <div>
              <Why finding={it} />
              <Colour finding={it} />
              <Formula finding={it} />
              <MarkedBy finding={it} />
              <Benign finding={it} />
              <Handling finding={it} />
            </div>
            <div>
              <Rounds finding={it} />
              <Signals finding={it} />
              <Evidence finding={it} />
              <Peers finding={it} />
              <History finding={it} />
              <NeededBy subject={it.subject} />
              <Remedy finding={it} />
            </div>
          </div>
        </ThingPage>
      )}
    </Shown>
  );
}
