import { words } from '@opengoa/kernel/words';
import { day, Go, Pairs, percent, Section, StatusTag, useWords, yuan, type Answer } from '@opengoa/web-kit';
import { levelReasonWords, standingOfAlertWords } from '../alerts/words.ts';
import { levelWords } from '../words.ts';
import { levelTones } from './finding-tones.ts';

type FindingAnswer = Answer<'risk-centre.finding'>;

/** 为什么是这个颜色: the condition of the standard, its limits beside this finding's figures, and how it stands in the week. */
export function Colour({ finding: { colour, probability } }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const { limits, alert } = colour;
  return (
    <Section title={words('为什么是这个颜色', 'Why this colour')}>
      <Pairs
        pairs={[
          {
            term: words('级别', 'Level'),
            wide: true,
            value: (
              <>
                <StatusTag tone={levelTones[colour.level]}>{w(levelWords[colour.level])}</StatusTag>{' '}
                {w(levelReasonWords[colour.reason])}
              </>
            ),
          },
          {
            term: words('界限', 'Limits'),
            wide: true,
            value: (
              <Go className="k-link" to="/standards">
                {w(
                  words(
                    `红：概率×损失 ≥ ${yuan(limits.lossFen.red)} 元；橙：概率 ≥ ${percent(limits.probability.orange)} 且损失 ≥ ${yuan(limits.lossFen.orange)} 元；黄：概率 ≥ ${percent(limits.probability.yellow)} 且损失 ≥ ${yuan(limits.lossFen.yellow)} 元`,
                    `red: probability × loss ≥ ${yuan(limits.lossFen.red)} yuan; orange: ≥ ${percent(limits.probability.orange)} and loss ≥ ${yuan(limits.lossFen.orange)}; yellow: ≥ ${percent(limits.probability.yellow)} and loss ≥ ${yuan(limits.lossFen.yellow)}`,
                  ),
                )}
              </Go>
            ),
          },
          {
            term: words('本例', 'This one'),
            wide: true,
            value: w(
              words(
                `概率 ${percent(probability)}，损失 ${yuan(colour.lossFen)} 元，相乘 ${yuan(probability * colour.lossFen)} 元`,
                `probability ${percent(probability)}, loss ${yuan(colour.lossFen)} yuan, product ${yuan(probability * colour.lossFen)} yuan`,
              ),
            ),
          },
          ...(alert
            ? [
                {
                  term: words('提示', 'Alert'),
                  wide: true,
                  value: (
                    <>
                      {w(words(`${day(alert.week, language)} 起的一周：`, `Week of ${day(alert.week, language)}: `))}
                      {w(standingOfAlertWords[alert.standing])}
                      {alert.standing === 'sent' &&
                        w(words(`，${levelWords[alert.colour].zh}色`, `, ${levelWords[alert.colour].en}`))}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
