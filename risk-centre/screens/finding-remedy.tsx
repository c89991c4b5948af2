import { words } from '@opengoa/kernel/words';
import { Go, number, percent, Section, StatusTag, useWords, type Answer } from '@opengoa/web-kit';
import './finding.css';

type FindingAnswer = Answer<'risk-centre.finding'>;
type Way = FindingAnswer['remedies']['ways'][number];

const casesShown = 6;

/** 建议的整改: what was done about like cases and held, with the cases it rests on. */
export function Remedy({ finding: { remedies } }: { readonly finding: FindingAnswer }) {
  const { w } = useWords();
  const { ways, cases, recurs, watchedDays } = remedies;
  return (
    <Section title={words('建议的整改', 'Proposed remedy')}>
      {ways.length === 0 ? (
        <p className="k-faint">
          {w(
            cases.length === 0
              ? words(
                  '数据不足：您可以看到的范围内，还没有整改并销号的同类事项。',
                  'Insufficient data: among what you may see, no like case was rectified and closed.',
                )
              : words(
                  '数据不足：同类事项整改后都再次出现，没有可建议的做法。',
                  'Insufficient data: like cases came back after every remedy; nothing can be proposed.',
                ),
          )}
        </p>
      ) : (
        <ol className="rc-signals">
          {ways.slice(0, 3).map((way, at) => (
            <li key={way.done}>
              <OneWay way={way} first={at === 0} watchedDays={watchedDays} />
            </li>
          ))}
        </ol>
      )}
      {cases.length > 0 && (
        <>
          <h3 className="rc-like">
            {w(words(`依据的同类事项 ${number(cases.length)} 件`, `${number(cases.length)} like cases`))}
          </h3>
          <ul className="rc-signals">
            {cases.slice(0, casesShown).map((each) => (
              <li key={each.id}>
                <Go className="k-link" to={`/risk/findings/${each.id}`}>
                  {each.number}
                </Go>{' '}
                {each.subject} · {each.unitName} ·{' '}
                {w(words(`相似 ${percent(each.likeness)}`, `likeness ${percent(each.likeness)}`))}{' '}
                {each.cameBack === null ? (
                  <StatusTag tone="done">
                    {w(
                      words(
                        `销号 ${number(each.watchedDays)} 天未再出现`,
                        `closed ${number(each.watchedDays)} days, has not come back`,
                      ),
                    )}
                  </StatusTag>
                ) : (
                  <Go to={`/risk/findings/${each.cameBack.id}`}>
                    <StatusTag tone="check">{w(words('再次出现', 'came back'))}</StatusTag> {each.cameBack.number}
                  </Go>
                )}
                <p>{each.done}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {recurs && (
        <p className="k-faint">
          {w(
            words(
              `整改后再次出现的可能 ${percent(recurs.probability)}（90% 下限 ${percent(recurs.lower)}，共 ${number(recurs.of)} 件）。`,
              `Likely to come back after it was rectified: ${percent(recurs.probability)} (lower 90 % limit ${percent(recurs.lower)}, from ${number(recurs.of)}).`,
            ),
          )}
        </p>
      )}
    </Section>
  );
}

function OneWay({
  way,
  first,
  watchedDays,
}: {
  readonly way: Way;
  readonly first: boolean;
  readonly watchedDays: number;
}) {
  const { w } = useWords();
  return (
    <>
      <p>
        {first && !way.noFix && <StatusTag tone="busy">{w(words('建议', 'Proposed'))}</StatusTag>}
        {way.noFix && (
          <StatusTag tone="plain">{w(words('不建议：多次再现', 'Not proposed: keeps coming back'))}</StatusTag>
        )}{' '}
        {way.done}
      </p>
      <small>
        {w(
          words(
            `${number(way.held)} 件未再出现，${number(way.cameBack)} 件再次出现；有效的可能 ${percent(way.holds)}（90% 下限 ${percent(way.lower)}；满 ${number(watchedDays)} 天未再出现才按一件计）`,
            `${number(way.held)} stayed away, ${number(way.cameBack)} came back; likely to hold ${percent(way.holds)} (lower 90 % limit ${percent(way.lower)}; one counts in full after ${number(watchedDays)} days)`,
          ),
        )}
      </small>
    </>
  );
}
