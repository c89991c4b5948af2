import { words } from '@opengoa/kernel/words';
import { Button, InputNumber } from 'antd';
import { StatusTag, type Tone, useWords } from '@opengoa/web-kit';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { lineStates } from '../words.zh.ts';
import type { Here, LineHere, LineState } from './take-state.ts';

const tones: Readonly<Record<LineState, Tone>> = {
  waiting: 'plain',
  found: 'done',
  short: 'check',
  elsewhere: 'check',
  unexpected: 'check',
  surplus: 'check',
};

interface PlaceLinesProps {
  readonly here: Here;
  readonly place: string;
  readonly nameOf: (id: string | null) => string;
  readonly onSeen: (code: string) => void;
  readonly onCount: (code: string, quantity: number) => void;
  readonly onMove: (code: string) => void;
  readonly onNote: (code: string) => void;
}

/** What the book has in a place and what was seen there, what is missing first. A tap is as good as a scan. */
export function PlaceLines(props: PlaceLinesProps) {
  const { w } = useWords();
  const { here, place } = props;
  const acts = useSteady(props);
  const own = here.lines.filter((each) => each.line.place === place || each.place === place);
  const sorted = own.toSorted((a, b) => Number(a.state !== 'waiting') - Number(b.state !== 'waiting'));
  const unknown = here.unknown.filter((each) => each.place === place);
  return (
    <ul className="a-lines">
      {unknown.map(({ code }) => (
        <li key={code}>
          <span className="a-line-name">
            <strong>{code}</strong>
            <span className="k-faint">
              {w(words('待发送，联网后核对', 'Waits; looked up when there is a network'))}
            </span>
          </span>
        </li>
      ))}
      {sorted.map((each) => (
        <SteadyLine key={each.line.id} each={each} place={place} {...acts} />
      ))}
    </ul>
  );
}

type LineActs = Omit<PlaceLinesProps, 'here' | 'place'>;
interface LineProps extends LineActs {
  readonly each: LineHere;
  readonly place: string;
}

/** The same functions at every drawing, which do as those of the last one: a scan among five hundred things draws one line anew. */
function useSteady(props: LineActs): LineActs {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return useMemo(
    () => ({
      nameOf: (id) => latest.current.nameOf(id),
      onSeen: (code) => latest.current.onSeen(code),
      onCount: (code, quantity) => latest.current.onCount(code, quantity),
      onMove: (code) => latest.current.onMove(code),
      onNote: (code) => latest.current.onNote(code),
    }),
    [],
  );
}

/** A line is drawn anew when something of it has changed: what is known of it is put together at every scan. */
const SteadyLine = memo(
  Line,
  (was, is) =>
    was.place === is.place &&
    was.each.line === is.each.line &&
    was.each.state === is.each.state &&
    was.each.place === is.each.place &&
    was.each.quantity === is.each.quantity &&
    was.each.moves === is.each.moves &&
    was.each.waiting === is.each.waiting,
);

function Line({ each, place, nameOf, onSeen, onCount, onMove, onNote }: LineProps) {
  const { w } = useWords();
  const { line, state, quantity, moves, waiting } = each;
  const [count, setCount] = useState<number | null>(null);
  const away = each.place !== null && each.place !== place;
  return (
    <li>
      <span className="a-line-name">
        <strong>{line.code}</strong> {line.name}
        <span className="k-faint">
          {[
            line.quantity > 1 && `${quantity} / ${line.quantity}`,
            away && `${w(words('在', 'in'))} ${nameOf(each.place)}`,
            !away && line.place !== place && line.place !== null && `${w(words('账面', 'book'))} ${nameOf(line.place)}`,
            waiting && w(words('待发送', 'waits')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <StatusTag tone={moves ? 'done' : tones[state]}>
        {w(moves ? words('改到这里', 'Moves here') : lineStates[state])}
      </StatusTag>
      <span className="a-line-acts">
        {state === 'waiting' && line.quantity === 1 && (
          <Button onClick={() => onSeen(line.code)}>{w(words('看到了', 'Seen'))}</Button>
        )}
        {line.quantity > 1 && (
          <>
            <InputNumber
              min={0}
              max={1_000_000}
              precision={0}
              inputMode="numeric"
              aria-label={w(words(`${line.code} 的数量`, `Quantity of ${line.code}`))}
              value={count}
              onChange={setCount}
            />
            <Button disabled={count === null} onClick={() => count !== null && onCount(line.code, count)}>
              {w(words('记数', 'Count'))}
            </Button>
          </>
        )}
        {!moves && !away && state === 'elsewhere' && (
          <Button onClick={() => onMove(line.code)}>{w(words('改到这里', 'Move it here'))}</Button>
        )}
        {state !== 'waiting' && <Button onClick={() => onNote(line.code)}>{w(words('备注', 'Note'))}</Button>}
      </span>
    </li>
  );
}
