import { words } from '@opengoa/kernel/words';
import type { Problem } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { RefusalNote, toast, useKeptVerb, useWords } from '@opengoa/web-kit';
import { useState } from 'react';
import { conflicts } from '../words.zh.ts';
import type { Sheet, SheetLine } from './take-state.ts';

/** Things of which two truths were sent, or whose card changed meanwhile: each with its decision. */
export function OpenConflicts({ sheet }: { readonly sheet: Sheet }) {
  const { w } = useWords();
  const open = sheet.lines.filter(({ conflict, how }) => conflict !== null && (how === null || how === 'search-again'));
  if (open.length === 0) return null;
  return (
    <section className="a-conflicts" aria-label={w(words('冲突', 'Conflicts'))}>
      <h2>{w(words(`冲突 ${open.length} 处，请逐一决定`, `${open.length} conflicts to decide`))}</h2>
      <ul>
        {open.map((line) => (
          <li key={line.id}>
            <Conflict sheet={sheet} line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Conflict({ sheet, line }: { readonly sheet: Sheet; readonly line: SheetLine }) {
  const { w } = useWords();
  const act = useKeptVerb('assets.settle-difference');
  const [problem, setProblem] = useState<Problem>();
  const nameOf = (id: string | null) => sheet.places.find((each) => each.id === id)?.name ?? '—';
  const decide = async (how: 'move-here' | 'stays' | 'report-present') => {
    setProblem(undefined);
    const outcome = await act(
      { stocktake: sheet.id, lines: [line.id], how, why: '' },
      `${line.code} ${w(words('冲突的决定', 'decision'))}`,
    );
    if (outcome.is === 'refused') setProblem(outcome.problem);
    else toast(w(words('已决定', 'Decided')));
  };
  return (
    <>
      <p>
        <strong>{line.code}</strong> {line.name}：{w(conflicts[line.conflict!])}。{w(words('账面', 'Book'))}{' '}
        {nameOf(line.place)}，{w(words('最后扫到', 'last seen'))} {nameOf(line.seenPlace)}
      </p>
      <span className="a-line-acts">
        {line.conflict === 'disposed-meanwhile' ? (
          <Button onClick={() => void decide('report-present')}>
            {w(words('实物仍在，报核查', 'Still there: to be looked into'))}
          </Button>
        ) : (
          <>
            <Button onClick={() => void decide('move-here')}>
              {w(words(`在 ${nameOf(line.seenPlace)}`, `It is in ${nameOf(line.seenPlace)}`))}
            </Button>
            <Button onClick={() => void decide('stays')}>{w(words('台账不变', 'The book stays'))}</Button>
          </>
        )}
      </span>
      <RefusalNote problem={problem} />
    </>
  );
}
