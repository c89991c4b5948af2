import { words } from '@opengoa/kernel/words';
import { Button, Input } from 'antd';
import { type Answer, RefusalNote, type Row, toast, useVerb, useWords } from '@opengoa/web-kit';
import { useState } from 'react';
import { hows } from '../words.zh.ts';

/** How one difference is explained: the ways that are open to it, and a word why. The server says where one is not. */
export function SettleOne({
  stocktake,
  row,
}: {
  readonly stocktake: Answer<'assets.stocktake'>;
  readonly row: Row<'assets.stocktake-lines'>;
}) {
  const { w } = useWords();
  const settle = useVerb('assets.settle-difference');
  const [why, setWhy] = useState('');
  const ways = waysShown(row);
  if (ways.length === 0) return null;
  return (
    <div className="a-note">
      <Input
        aria-label={w(words('说明', 'Why'))}
        placeholder={w(words('说明（可不填）', 'Why (optional)'))}
        maxLength={300}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <span className="a-line-acts">
        {ways.map((how) => (
          <Button
            key={how}
            onClick={() => {
              void settle.run({ stocktake: stocktake.id, lines: [row.id], how, why }).then(({ ok }) => {
                if (ok) toast(w(words(`${row.code}：${hows[how].zh}`, `${row.code}: ${hows[how].en}`)));
              });
            }}
          >
            {w(hows[how])}
          </Button>
        ))}
      </span>
      <RefusalNote problem={settle.problem} />
    </div>
  );
}

type How = keyof typeof hows;

function waysShown({ state, conflict }: Row<'assets.stocktake-lines'>): readonly How[] {
  if (conflict === 'disposed-meanwhile') return ['report-present', 'search-again'];
  if (conflict !== null || state === 'elsewhere' || state === 'unexpected')
    return ['move-here', 'stays', 'search-again'];
  if (state === 'waiting' || state === 'short') return ['search-again', 'lost', 'present'];
  return state === 'surplus' ? ['book-it', 'not-ours'] : [];
}
