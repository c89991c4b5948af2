import type { Answer } from '@opengoa/web-kit';
import type { entryKinds, lineStates } from '../words.zh.ts';

export type Sheet = Answer<'assets.stocktake-sheet'>;
export type SheetLine = Sheet['lines'][number];
export type LineState = keyof typeof lineStates;
export type EntryKind = keyof typeof entryKinds;
/** As the verb takes it: id, kind, place, code, how many, when. */
export type Entry = readonly [string, EntryKind, string, string, number, string];

/** What was scanned or typed, without what readers add to it. */
const plain = (code: string): string => code.trim().toUpperCase().replaceAll(/\s/g, '');

/** Every line by what may stand on its thing: its number, its serial number, the token of its label (alone or at the end of an address). */
export function linesByCode({ lines }: Pick<Sheet, 'lines'>): ReadonlyMap<string, SheetLine> {
  const found = new Map<string, SheetLine>();
  for (const line of lines)
    for (const code of [line.code, ...line.codes]) if (!found.has(plain(code))) found.set(plain(code), line);
  return found;
}

export const lineOf = (byCode: ReadonlyMap<string, SheetLine>, code: string): SheetLine | undefined =>
  byCode.get(plain(code)) ??
  byCode.get(
    plain(
      code
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? '',
    ),
  );

/** A line as it stands on this device: what the server knew, and what waits to be sent. */
export interface LineHere {
  readonly line: SheetLine;
  readonly state: LineState;
  readonly place: string | null;
  readonly quantity: number;
  readonly moves: boolean;
  /** Waits to be sent. */
  readonly waiting: boolean;
}

export interface Here {
  readonly lines: readonly LineHere[];
  /** Codes that this device knows no line of, and where they were seen. */
  readonly unknown: readonly { readonly code: string; readonly place: string }[];
  readonly done: ReadonlySet<string>;
}

/**
 * What is known on this device: the sheet as it came, with what waits to be sent laid over it. The server judges again when it comes; until then a thing
 * is where it was seen last.
 */
export function stateHere(sheet: Sheet, waiting: readonly Entry[]): Here {
  const struck = new Set(waiting.filter(([, kind]) => kind === 'strike').map(([, , , code]) => code));
  const entries = waiting.filter(([id]) => !struck.has(id));
  const byCode = new Map(sheet.lines.map((line) => [line.code, line]));
  const seen = new Map<string, Map<string, number>>();
  const moves = new Map<string, string>();
  const unknown = new Map<string, string>();
  for (const [, kind, place, code, quantity] of entries) {
    if (kind === 'done' || kind === 'strike') continue;
    if (kind === 'move') moves.set(code, place);
    else if (byCode.has(code)) {
      const places = seen.get(code) ?? new Map<string, number>();
      places.delete(place);
      seen.set(code, places.set(place, quantity));
    } else unknown.set(code, place);
  }
  const lines = sheet.lines.map((line): LineHere => {
    const own = seen.get(line.code);
    const last = own ? [...own].at(-1) : undefined;
    const place = last?.[0] ?? line.seenPlace;
    const quantity =
      own === undefined
        ? line.seenQuantity
        : line.quantity === 1
          ? 1
          : [...own.values()].reduce((sum, n) => sum + n, 0);
    const state = last === undefined ? line.state : stateOf(line, place, quantity);
    const asked = moves.get(line.code);
    const moved = asked !== undefined && asked === place;
    return {
      line,
      state,
      place,
      quantity,
      moves: moved || line.how === 'move-here',
      waiting: own !== undefined || moved,
    };
  });
  return {
    lines,
    unknown: [...unknown].map(([code, place]) => ({ code, place })),
    done: new Set([
      ...sheet.places.flatMap(({ id, done }) => (done ? [id] : [])),
      ...entries.flatMap(([, kind, place]) => (kind === 'done' ? [place] : [])),
    ]),
  };
}

/** What this device has sent and the sheet may not tell yet. */
export interface Lately {
  readonly sheet: Sheet;
  readonly waiting: readonly Entry[];
  readonly sent: readonly Entry[];
}

/**
 * Entries that have left the queue, until a sheet comes that knows of them: between the sending and the next reading of the sheet a thing must not
 * look as if nobody had scanned it.
 */
export function latelySent(before: Lately, sheet: Sheet, waiting: readonly Entry[]): Lately {
  const still = new Set(waiting.map(([id]) => id));
  const all = [...before.sent, ...before.waiting.filter(([id]) => !still.has(id))];
  if (before.sheet === sheet) return { sheet, waiting, sent: all };
  const unseen = new Set(sheet.lines.flatMap(({ code, state }) => (state === 'waiting' ? [code] : [])));
  return { sheet, waiting, sent: all.filter(([, kind, , code]) => kind !== 'strike' && unseen.has(code)) };
}

function stateOf(line: SheetLine, place: string | null, quantity: number): LineState {
  if (!line.expected) return line.state === 'surplus' ? 'surplus' : 'unexpected';
  if (quantity < line.quantity) return 'short';
  return line.place === null || line.place === place ? 'found' : 'elsewhere';
}

/** What one scan in a place comes to, as it is said at once. */
export type Said = 'found' | 'already' | 'elsewhere' | 'unexpected' | 'noted' | 'again-elsewhere';

export function sayOf(here: LineHere | undefined, place: string, blind: boolean): Said {
  if (!here) return blind ? 'noted' : 'unexpected';
  if (here.state !== 'waiting' && here.place === place) return 'already';
  if (here.state !== 'waiting' && here.place !== null && here.place !== place) return 'again-elsewhere';
  if (!here.line.expected) return 'unexpected';
  return here.line.place === null || here.line.place === place ? 'found' : 'elsewhere';
}
