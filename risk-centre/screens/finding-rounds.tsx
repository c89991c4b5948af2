import { words } from '@opengoa/kernel/words';
import { day, Go, number, Section, StatusTag, useWords, type Answer } from '@opengoa/web-kit';
import { outcomeWords, stateWords } from '../words.ts';
import { stateTones } from './finding-tones.ts';
import './finding.css';

type FindingAnswer = Answer<'risk-centre.finding'>;
type Round = FindingAnswer['rounds'][number];

/** 历次: a case that was closed and opened again, with what was done about it each time; nothing where there is one round. */
export function Rounds({ finding }: { readonly finding: FindingAnswer }) {
  const { w, language } = useWords();
  const { round, rounds, reopenDays } = finding;
  if (rounds.length === 0 && round === 1) return null;
  const later = rounds.find((each) => each.round === round + 1);
  return (
    <Section title={words('历次', 'Rounds of this case')}>
      <p>
        {round > 1 &&
          w(
            words(
              `销号后 ${number(reopenDays)} 天内再次出现，按原案重新打开，本次为第 ${number(round)} 次。单位先说明。`,
              `It appeared again within ${number(reopenDays)} days of its closing and was opened again; this is round ${number(round)}. The unit answers first.`,
            ),
          )}
        {later &&
          w(
            later.state === 'dismissed'
              ? words(
                  '销号后曾再次提示，经核实不属实。',
                  'It was flagged again after its closing, and found not to be so.',
                )
              : words(
                  '销号后再次出现，原整改未能保持。',
                  'It came back after its closing: what was done did not hold.',
                ),
          )}
      </p>
      <ul className="rc-signals">
        {rounds.map((each) => (
          <li key={each.id}>
            <Go className="k-link" to={`/risk/findings/${each.id}`}>
              {each.number}
            </Go>{' '}
            {day(each.period[0], language)}{' '}
            <StatusTag tone={stateTones[each.state]}>
              {w(each.outcome ? outcomeWords[each.outcome] : stateWords[each.state])}
            </StatusTag>
            {each.rectified && <p>{each.rectified}</p>}
            {each.heldDays !== null && <small>{w(heldText(each.heldDays))}</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const heldText = (heldDays: NonNullable<Round['heldDays']>) =>
  words(`销号 ${number(heldDays)} 天后再次出现`, `came back ${number(heldDays)} days after its closing`);
