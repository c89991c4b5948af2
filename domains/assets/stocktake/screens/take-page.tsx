import { words } from '@opengoa/kernel/words';
import { Button } from 'antd';
import {
  EmptyState,
  Page,
  type ScreenProps,
  ScanBar,
  type ScannedBy,
  Shown,
  said,
  toast,
  useGatheredVerb,
  useKeptActs,
  useRead,
  useWay,
  useWords,
  uuid,
} from '@opengoa/web-kit';
import { useMemo, useState } from 'react';
import { ChoosePlace } from './choose-place.tsx';
import { NoteSheet } from './note-sheet.tsx';
import { OpenConflicts } from './open-conflicts.tsx';
import { PlaceLines } from './place-lines.tsx';
import {
  type Entry,
  type EntryKind,
  type Here,
  type Lately,
  latelySent,
  lineOf,
  linesByCode,
  type Said,
  sayOf,
  type Sheet,
  stateHere,
} from './take-state.ts';
import './take.css';

/** 现场盘点: place first, then one thing after the other; the network may be away all the time. */
export default function TakePage({ params }: ScreenProps<'id'>) {
  const known = useRead('assets.stocktake-sheet', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={12}>
      {(sheet) => <Take sheet={sheet} />}
    </Shown>
  );
}

interface Heard {
  readonly said: Said;
  readonly code: string;
  readonly name: string;
  /** Where the book or an earlier look has it. */
  readonly other: string;
  readonly mine: boolean;
}

const sentences: Readonly<Record<Said, { readonly zh: string; readonly en: string }>> = {
  found: words('账实相符', 'Found'),
  noted: words('已记下', 'Noted'),
  already: words('已扫过，不重复计', 'Already scanned: counted once'),
  elsewhere: words('账面在 {other}', 'The book has it in {other}'),
  unexpected: words('不在本次清单，联网后核对', 'Not on this list: looked up when there is a network'),
  'again-elsewhere': words('刚才在 {other} 扫到过，按这里记', 'Seen in {other} before: noted here now'),
};

function Take({ sheet }: { readonly sheet: Sheet }) {
  const { w } = useWords();
  const way = useWay();
  const { acts } = useKeptActs();
  const send = useGatheredVerb('assets.sync-scans', { field: 'entries', most: 500 });
  const waiting = useMemo(
    () =>
      acts.flatMap(({ verb, input }) =>
        verb === 'assets.sync-scans' && input['stocktake'] === sheet.id ? (input['entries'] as readonly Entry[]) : [],
      ),
    [acts, sheet.id],
  );
  const [lately, setLately] = useState<Lately>({ sheet, waiting, sent: [] });
  if (lately.sheet !== sheet || lately.waiting !== waiting) setLately(latelySent(lately, sheet, waiting));
  const here = useMemo(() => stateHere(sheet, [...lately.sent, ...waiting]), [sheet, lately, waiting]);
  const byCode = useMemo(() => linesByCode(sheet), [sheet]);
  const placeId = way.query['place'] ?? '';
  const place = sheet.places.find(({ id }) => id === placeId);
  const [heard, setHeard] = useState<Heard>();
  const [noting, setNoting] = useState<string>();
  const nameOf = (id: string | null) => sheet.places.find((each) => each.id === id)?.name ?? '—';
  const choose = (id: string) => {
    setHeard(undefined);
    way.go(`/assets/stocktakes/${sheet.id}/take${id === '' ? '' : `?place=${id}`}`);
  };

  const keep = (kind: EntryKind, code: string, quantity: number, at = placeId): boolean => {
    const entry = [uuid(), kind, at, code, quantity, new Date().toISOString()] as [
      string,
      EntryKind,
      string,
      string,
      number,
      string,
    ];
    const kept = send(
      { stocktake: sheet.id, entries: [entry] },
      w(words(`${sheet.number} 盘点记录 {n} 条`, `${sheet.number}: {n} entries`)),
    );
    if (!kept) toast(w(words('这台设备存不下了，请先联网发送', 'No room on this device: send first')));
    return kept;
  };
  const look = (code: string, by: ScannedBy | 'picked') => {
    const line = lineOf(byCode, code);
    const at = here.lines.find((each) => each.line === line);
    const outcome = sayOf(at, placeId, sheet.blind);
    if (outcome !== 'already') {
      // Of several alike all are taken for there until somebody counts them.
      const kept = keep(by, line?.code ?? code, at && at.line.quantity > 1 ? at.line.quantity : 1);
      if (!kept) return;
    }
    said(outcome === 'found' || outcome === 'noted' || outcome === 'already');
    const other = outcome === 'again-elsewhere' ? (at?.place ?? null) : (line?.place ?? null);
    setHeard({
      said: outcome,
      code: line?.code ?? code,
      name: line?.name ?? '',
      other: nameOf(other),
      mine: line !== undefined,
    });
  };

  if (sheet.state !== 'counting')
    return (
      <Page title={sheet.title} wide={false}>
        <EmptyState
          icon="check"
          title={words('这次盘点已经不再收记录', 'This stocktake takes nothing more')}
          todo={words(
            '已签字、封存或取消。要继续盘，请先退回续盘。',
            'It is signed, sealed or cancelled; reopen it to go on.',
          )}
        />
      </Page>
    );
  return (
    <Page title={sheet.title} wide={false}>
      <OpenConflicts sheet={sheet} />
      {!place ? (
        <ChoosePlace sheet={sheet} here={here} onChoose={choose} />
      ) : (
        <div className="a-take">
          <header className="a-take-head">
            <h2>{place.name}</h2>
            <Progress here={here} place={place.id} blind={sheet.blind} />
            <Button onClick={() => choose('')}>{w(words('换一处', 'Another place'))}</Button>
          </header>
          <ScanBar id="take-code" act={words('记下', 'Note')} onCode={look} />
          {waiting.length > 0 && (
            <p className="k-faint a-take-kept">
              {w(
                words(
                  `${waiting.length} 条已存在这台设备，联网后自动发送；可以接着盘。`,
                  `${waiting.length} entries are kept on this device and sent when there is a network; go on.`,
                ),
              )}
            </p>
          )}
          {heard && (
            <div className={`a-heard a-heard-${heard.said}`} role="status">
              <strong>
                {heard.code} {heard.name}
              </strong>
              <span>{w(sentences[heard.said]).replace('{other}', heard.other)}</span>
              <span className="a-heard-acts">
                {(heard.said === 'elsewhere' || heard.said === 'again-elsewhere') && (
                  <Button
                    type="primary"
                    onClick={() => {
                      keep('move', heard.code, 0);
                      setHeard(undefined);
                    }}
                  >
                    {w(words('改到这里', 'Move it here'))}
                  </Button>
                )}
                <Button onClick={() => setNoting(heard.code)}>{w(words('拍照、备注', 'Photo, note'))}</Button>
              </span>
            </div>
          )}
          <PlaceLines
            here={here}
            place={place.id}
            nameOf={nameOf}
            onSeen={(code) => look(code, 'picked')}
            onCount={(code, quantity) => keep('typed', code, quantity)}
            onMove={(code) => keep('move', code, 0)}
            onNote={setNoting}
          />
          <footer className="a-take-foot">
            <Button onClick={() => look(`无标签-${uuid().slice(0, 8)}`, 'typed')}>
              {w(words('有实物、没有标签', 'A thing without a label'))}
            </Button>
            {here.done.has(place.id) ? (
              <span className="k-faint">{w(words('本处已盘完，仍可补扫', 'Done here; more may be scanned'))}</span>
            ) : (
              <Button
                type="primary"
                size="large"
                onClick={() => {
                  if (keep('done', '', 0)) choose('');
                }}
              >
                {w(words('本处盘完', 'This place is done'))}
              </Button>
            )}
          </footer>
        </div>
      )}
      {noting !== undefined && <NoteSheet stocktake={sheet.id} code={noting} onClose={() => setNoting(undefined)} />}
    </Page>
  );
}

function Progress({ here, place, blind }: { readonly here: Here; readonly place: string; readonly blind: boolean }) {
  const { w } = useWords();
  const own = here.lines.filter(({ line }) => line.expected && line.place === place);
  const seen = own.filter(({ state }) => state !== 'waiting').length;
  return (
    <p className="a-take-count" aria-live="polite">
      {blind
        ? w(
            words(
              `已记 ${here.lines.filter((each) => each.place === place).length + here.unknown.filter((each) => each.place === place).length} 件`,
              'noted',
            ),
          )
        : w(words(`${seen} / ${own.length}`, `${seen} / ${own.length}`))}
    </p>
  );
}
