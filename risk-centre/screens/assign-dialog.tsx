import { words } from '@opengoa/kernel/words';
import {
  number,
  percent,
  Shown,
  useRead,
  useWords,
  VerbForm,
  type ActDialogProps,
  type Answer,
} from '@opengoa/web-kit';
import './finding.css';

type Remedies = Answer<'risk-centre.finding'>['remedies'];

const waysShown = 4;

/** 交办整改: to whom and what is asked, with what was done about like cases to be taken up by a press; nothing is filled in unasked. */
export default function AssignDialog({ object, onDone, onCancel }: ActDialogProps) {
  const id = String(object['object_id'] ?? object.id);
  const finding = useRead('risk-centre.finding', { id });
  return (
    <Shown known={finding} lines={6}>
      {({ remedies }) => (
        <VerbForm
          verb="risk-centre.assign-finding"
          fields={[
            { name: 'to', title: words('交给谁', 'To whom'), kind: 'person', required: true },
            {
              name: 'request',
              title: words('整改要求', 'What is asked'),
              kind: 'long-text',
              required: true,
              maxLength: 2_000,
            },
          ]}
          input={(values) => ({ finding: id, ...values })}
          submit={words('交办整改', 'Assign')}
          draft={`assign ${id}`}
          beside={(_values, set) => <Proposed remedies={remedies} take={(done) => set('request', done)} />}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </Shown>
  );
}

/** What was done about like cases, each with how often it did not come back. */
function Proposed({ remedies, take }: { readonly remedies: Remedies; readonly take: (done: string) => void }) {
  const { w } = useWords();
  const ways = remedies.ways.filter(({ noFix, held }) => held > 0 && !noFix).slice(0, waysShown);
  return (
    <>
      <h3>{w(words('同类事项的做法', 'What was done about like cases'))}</h3>
      {ways.length === 0 ? (
        <p className="k-faint">
          {w(
            words(
              '数据不足：还没有整改后未再出现的同类事项。',
              'Insufficient data: no like case was rectified and stayed away.',
            ),
          )}
        </p>
      ) : (
        <ul className="rc-ways">
          {ways.map((way) => (
            <li key={way.done}>
              <p>{way.done}</p>
              <small>
                {w(
                  words(
                    `${number(way.held + way.cameBack)} 件中 ${number(way.held)} 件未再出现，有效的可能 ${percent(way.holds)}`,
                    `${number(way.held)} of ${number(way.held + way.cameBack)} cases did not come back; likely to hold ${percent(way.holds)}`,
                  ),
                )}
              </small>
              <button type="button" className="k-chip k-chip-press" onClick={() => take(way.done)}>
                {w(words('填入整改要求', 'Take as what is asked'))}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
