import { type Words, words } from '@opengoa/kernel/words';
import { type Answer, day, Section, Shown, TableBox, useRead, useWords } from '@opengoa/web-kit';
import type { ReactNode } from 'react';
import { rightKinds } from '../words.zh.ts';

type Rights = Answer<'assets.card-rights'>;
type Entry = Rights['history'][number];

/** 三权 of a thing on its page: what holds now, and all that was registered. */
export function CardRights({ card }: { readonly card: string }) {
  const known = useRead('assets.card-rights', { card });
  return (
    <Shown known={known} lines={6}>
      {(it) => (
        <>
          <Now of={it} />
          <History of={it} />
        </>
      )}
    </Shown>
  );
}

/** A section that is one table: its heads, and rows below. */
function Table({
  title,
  heads,
  children,
}: {
  readonly title: Words;
  readonly heads: readonly Words[];
  readonly children: ReactNode;
}) {
  const { w } = useWords();
  return (
    <Section title={title}>
      <TableBox title={w(title)}>
        <table className="k-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en}>{w(head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </TableBox>
    </Section>
  );
}

function Now({ of: it }: { readonly of: Rights }) {
  const { w, language } = useWords();
  return (
    <Table
      title={words('现在的权利', 'Rights now')}
      heads={[
        words('权利', 'Right'),
        words('权利人', 'Holder'),
        words('自', 'From'),
        words('文号', 'Paper'),
        words('事由', 'Reason'),
      ]}
    >
      {it.rights.map(({ kind, entry, elsewhere }) => (
        <tr key={kind}>
          <td>{w(rightKinds[kind])}</td>
          {entry === null ? (
            <td colSpan={4} className="k-faint">
              {w(words(`未登记，按台账单位：${it.unitName}`, `Not registered; the ledger’s unit: ${it.unitName}`))}
            </td>
          ) : (
            <>
              <td>
                <Holder of={entry} />
                {elsewhere && <div className="k-faint">{w(words('与台账单位不同', 'Not the ledger’s unit'))}</div>}
              </td>
              <td>{day(entry.from, language)}</td>
              <td>{entry.paper}</td>
              <td>{entry.reason}</td>
            </>
          )}
        </tr>
      ))}
    </Table>
  );
}

/** As the paper names it, and which unit that is since a merger. */
function Holder({ of: { holder, heir } }: { readonly of: Entry }) {
  const { w } = useWords();
  return (
    <>
      {holder}
      {heir !== null && <div className="k-faint">{w(words(`合并后：${heir}`, `since a merger: ${heir}`))}</div>}
    </>
  );
}

function History({ of: { history } }: { readonly of: Rights }) {
  const { w, language } = useWords();
  if (history.length === 0) return null;
  return (
    <Table
      title={words('登记历史', 'History')}
      heads={[
        words('权利', 'Right'),
        words('权利人', 'Holder'),
        words('起止', 'From and to'),
        words('依据', 'By which paper'),
        words('终止', 'Ended by'),
        words('经办', 'By'),
      ]}
    >
      {history.map((entry) => (
        <tr key={entry.id}>
          <td>{w(rightKinds[entry.kind])}</td>
          <td>
            <Holder of={entry} />
          </td>
          <td>
            {day(entry.from, language)} – {entry.to === null ? w(words('今', 'now')) : day(entry.to, language)}
          </td>
          <td>
            {entry.paper} {entry.reason}
          </td>
          <td>
            {entry.endPaper} {entry.endReason}
          </td>
          <td>{entry.madeName}</td>
        </tr>
      ))}
    </Table>
  );
}
