/**
 * A set that another node made, taken apart into tables for the sheets of this one; pure. The set is a stranger's: only what is looked for is taken,
 * each value is one cell, and what a row may hold is judged by the sheet, cell by cell, where the table goes in.
 */

/** Larger is not even read: a set of a year and a city is some megabytes. */
export const mostBytes = 20_000_000;
const mostRows = 20_000;
const mostLength = 2_000;

export interface Table {
  readonly part: string;
  /** The sheet it goes in by. */
  readonly sheet: string;
  readonly rows: number;
  /** Which row of its part each row of the table is, counted from one. */
  readonly rowsOfPart: readonly number[];
  /** Comma-separated, its header the codes of the sheet's columns. */
  readonly csv: string;
}
export interface Apart {
  readonly unitName: string;
  readonly from: string;
  readonly to: string;
  readonly madeAt: string;
  readonly tables: readonly Table[];
  /** Parts with rows that no sheet of this program takes. */
  readonly notTaken: readonly { readonly part: string; readonly rows: number }[];
  /** Rows that come in with their trip, and would count twice by themselves. */
  readonly withTrips: readonly { readonly part: string; readonly rows: number }[];
}
export type Unfit =
  | { readonly why: 'not-a-set' | 'other-version' | 'too-large' }
  | { readonly why: 'part-unfit'; readonly part: string; readonly row: number; readonly column: string };

type Cell = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, Cell>>;
/** From a row of the set to the cells of the sheet's columns. */
type Shaping = (row: Row, unitOf: (id: Cell) => Cell) => Readonly<Record<string, Cell>>;

/** Fen as yuan, exactly: the sheets take money as people write it. */
const yuan = (fen: Cell): Cell => {
  if (typeof fen !== 'number' || !Number.isSafeInteger(fen)) return fen;
  const [whole, rest] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${fen < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`;
};
/** Only these columns, under these names. */
const keep = (row: Row, ...names: readonly string[]): Record<string, Cell> =>
  Object.fromEntries(names.map((name) => [name, Object.hasOwn(row, name) ? row[name] : null]));
const cost =
  (kind: string): Shaping =>
  (row) => ({
    ...keep(row, 'plate', 'day', 'policy', 'coversFrom', 'coversTo', 'note'),
    kind: kind === '' ? row['kind'] : kind,
    amountFen: yuan(row['amountFen']),
    supplier: row['supplier'] ?? row['paidTo'],
    invoice: row['invoice'] ?? row['paper'],
  });

const ofTrip = (row: Row): boolean => (row['trip'] ?? null) !== null;

interface Taking {
  readonly part: string;
  readonly sheet: string;
  /** Which rows of the part this sheet takes; all, where nothing is said. */
  readonly takes?: (row: Row) => boolean;
  readonly shape: Shaping;
}

/** In the order they go in: what bears a plate or names a driver comes after vehicles and drivers. */
const takings: readonly Taking[] = [
  {
    part: 'vehicles',
    sheet: 'vehicles.vehicle',
    shape: (row, unitOf) => ({
      ...keep(row, 'plate', 'make', 'model', 'modelYear', 'category', 'body', 'power', 'condition', 'seats'),
      ...keep(row, 'displacementL', 'tankLitres', 'batteryKwh', 'inServiceDay', 'odometerKm'),
      unit: unitOf(row['unit']),
      priceFen: yuan(row['priceFen']),
    }),
  },
  {
    part: 'drivers',
    sheet: 'vehicles.driver',
    shape: (row, unitOf) => ({ ...keep(row, 'name', 'licence', 'licenceValidTo', 'state'), unit: unitOf(row['unit']) }),
  },
  {
    part: 'dispatches',
    sheet: 'vehicles.trip',
    shape: (row, unitOf) => ({
      ...keep(row, 'plate', 'departedAt', 'returnedAt', 'purpose', 'use', 'people', 'odometerOutKm', 'odometerInKm'),
      ...keep(row, 'approval', 'approvedAt', 'duty', 'why', 'stars'),
      unit: unitOf(row['unit']),
      askerName: row['asker'],
      fromPlace: row['from'],
      toPlace: row['to'],
      plannedFrom: row['startsAt'],
      plannedUntil: row['endsAt'],
      plannedKm: row['plannedKm'],
      toldKm: row['drivenKm'],
      beyondCity: row['crossCity'],
      driverName: row['driver'],
      approvedName: row['approvedBy'],
      paper: row['number'],
      fuelFen: yuan(row['fuelFen']),
      tollFen: yuan(row['tollFen']),
      parkingFen: yuan(row['parkingFen']),
    }),
  },
  {
    part: 'upkeep',
    sheet: 'vehicles.repair',
    takes: (row) => row['kind'] !== 'service',
    shape: (row) => ({
      ...keep(row, 'plate', 'invoice', 'what', 'garage', 'doneDay', 'paidDay', 'orderedAt'),
      amountFen: yuan(row['amountFen']),
      paper: row['approvedBy'],
    }),
  },
  {
    part: 'upkeep',
    sheet: 'vehicles.service',
    takes: (row) => row['kind'] === 'service',
    shape: (row) => ({
      ...keep(row, 'plate', 'everyKm', 'everyMonths'),
      item: row['what'],
      lastKm: row['odometerKm'],
      lastDay: row['doneDay'],
    }),
  },
  {
    part: 'inspections',
    sheet: 'vehicles.inspection',
    shape: (row) => keep(row, 'plate', 'day', 'validTo', 'station', 'note'),
  },
  {
    part: 'energy',
    sheet: 'vehicles.fuel',
    shape: (row) => ({
      ...keep(
        row,
        'plate',
        'filledAt',
        'carrier',
        'litres',
        'electricityKwh',
        'odometerKm',
        'fullTank',
        'station',
        'card',
      ),
      costFen: yuan(row['costFen']),
    }),
  },
  { part: 'insurance', sheet: 'vehicles.cost', shape: cost('insurance') },
  { part: 'tolls', sheet: 'vehicles.cost', takes: (row) => !ofTrip(row), shape: cost('toll') },
  { part: 'parking', sheet: 'vehicles.cost', takes: (row) => !ofTrip(row), shape: cost('parking') },
  { part: 'otherCosts', sheet: 'vehicles.cost', takes: (row) => !ofTrip(row), shape: cost('') },
  {
    part: 'hiredCars',
    sheet: 'vehicles.hire',
    shape: (row, unitOf) => ({
      ...keep(row, 'invoice', 'supplier', 'purpose', 'fromDay', 'toDay', 'people', 'body', 'power', 'displacementL'),
      ...keep(row, 'plate', 'km', 'settledDay'),
      unit: unitOf(row['unit']),
      amountFen: yuan(row['amountFen']),
    }),
  },
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= mostLength);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** @returns the tables, or the first thing that is not as a set is */
export function takeSetApart(text: string): Apart | Unfit {
  if (text.length > mostBytes) return { why: 'too-large' };
  const set = parsed(text);
  if (!isObject(set) || set['format'] !== 'opengoa.vehicles.exchange-set' || !isObject(set['parts']))
    return { why: 'not-a-set' };
  if (set['version'] !== '1.0' && set['version'] !== '1.1') return { why: 'other-version' };
  const parts = new Map<string, readonly Row[]>();
  for (const [part, value] of Object.entries(set['parts'])) {
    const rows = isObject(value) ? value['rows'] : undefined;
    if (rows === null) continue;
    if (!Array.isArray(rows)) return { why: 'not-a-set' };
    if (rows.length > mostRows) return { why: 'too-large' };
    for (const [at, row] of rows.entries()) {
      if (!isObject(row)) return { why: 'part-unfit', part: textOf(part), row: at + 1, column: '' };
      const bad = Object.entries(row).find(([, cell]) => !isCell(cell));
      if (bad) return { why: 'part-unfit', part: textOf(part), row: at + 1, column: textOf(bad[0]) };
    }
    parts.set(part, rows as readonly Row[]);
  }
  // Ids are the other node's: a unit is known here by its code, or by its name.
  const units = new Map((parts.get('units') ?? []).map(({ id, code, name }) => [id, code ?? name]));
  const unitOf = (id: Cell): Cell => units.get(id) ?? null;
  return {
    unitName: textOf(set['unitName']),
    from: textOf(set['from']),
    to: textOf(set['to']),
    madeAt: textOf(set['madeAt']),
    tables: takings.flatMap(({ part, sheet, takes = () => true, shape }) => {
      const taken = (parts.get(part) ?? []).flatMap((row, at) => (takes(row) ? [{ row, at: at + 1 }] : []));
      if (taken.length === 0) return [];
      const csv = csvOf(taken.map(({ row }) => shape(row, unitOf)));
      return [{ part, sheet, rows: taken.length, rowsOfPart: taken.map(({ at }) => at), csv }];
    }),
    notTaken: [...parts]
      .filter(([part, rows]) => part !== 'units' && takings.every((taking) => taking.part !== part) && rows.length > 0)
      .map(([part, rows]) => ({ part: textOf(part), rows: rows.length })),
    withTrips: ['tolls', 'parking', 'otherCosts'].flatMap((part) => {
      const rows = (parts.get(part) ?? []).filter(ofTrip).length;
      return rows === 0 ? [] : [{ part, rows }];
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const quoted = (cell: Cell): string => `"${String(cell ?? '').replaceAll('"', '""')}"`;

/** Every cell in quotes, so that no text of a stranger ends a cell or a row. */
function csvOf(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
}
