import { words } from '@opengoa/kernel/words';
import { EmptyState, ScanBar, said, useWords } from '@opengoa/web-kit';
import { useState } from 'react';
import { placesLeft, type PlaceLeft } from './places-left.ts';
import type { Here, Sheet } from './take-state.ts';

/** Place first: the rooms of this stocktake with what is left in each; chosen, or scanned off the door. */
export function ChoosePlace({
  sheet,
  here,
  onChoose,
}: {
  readonly sheet: Sheet;
  readonly here: Here;
  readonly onChoose: (place: string) => void;
}) {
  const { w } = useWords();
  const [missed, setMissed] = useState('');
  const { first, empty } = placesLeft(sheet, here);
  const open = (code: string) => {
    const plain = code.trim().toUpperCase();
    const found = sheet.places.find(
      ({ id, room, name }) =>
        id === code || room === code || name.toUpperCase() === plain || name.toUpperCase().split(' ').includes(plain),
    );
    said(found !== undefined);
    setMissed(found ? '' : code);
    if (found) onChoose(found.id);
  };
  return (
    <section className="a-places">
      <p className="k-faint">
        {w(
          words(
            '先选一处（或扫门牌），再逐件扫描。',
            'Choose a place first, or scan its door; then one thing after the other.',
          ),
        )}
      </p>
      <ScanBar id="take-place" act={words('打开', 'Open')} onCode={open} />
      {missed !== '' && (
        <EmptyState
          icon="search"
          title={words(`没有“${missed}”这一处`, `No place “${missed}”`)}
          todo={words('请在下面的列表里选，或选“其他地点”。', 'Choose below, or take “其他地点”.')}
        />
      )}
      <PlaceList of={first} sheet={sheet} here={here} onChoose={onChoose} />
      {empty.length > 0 && (
        <details className="a-places-empty" open={first.every(({ all }) => all === 0)}>
          <summary>{w(words(`账上没有资产的房间 ${empty.length} 处`, `${empty.length} rooms without assets`))}</summary>
          <PlaceList of={empty} sheet={sheet} here={here} onChoose={onChoose} />
        </details>
      )}
    </section>
  );
}

function PlaceList({
  of,
  sheet,
  here,
  onChoose,
}: {
  readonly of: readonly PlaceLeft[];
  readonly sheet: Sheet;
  readonly here: Here;
  readonly onChoose: (place: string) => void;
}) {
  const { w } = useWords();
  return (
    <ul className="a-place-list">
      {of.map(({ place, all, seen }) => (
        <li key={place.id}>
          <button type="button" onClick={() => onChoose(place.id)}>
            <span>{place.name}</span>
            <span className="k-faint">
              {here.done.has(place.id) ? `✓ ${w(words('已盘完', 'done'))} ` : ''}
              {sheet.blind ? '' : `${seen} / ${all}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
