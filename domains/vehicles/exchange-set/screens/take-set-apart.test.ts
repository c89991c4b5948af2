import { describe, expect, test } from 'vitest';
import { type Apart, takeSetApart } from './take-set-apart.ts';

const set = (parts: object, more: object = {}) =>
  JSON.stringify({
    format: 'opengoa.vehicles.exchange-set',
    version: '1.0',
    unitName: '临江市财政局',
    from: '2026-03-01',
    to: '2026-03-05',
    madeAt: '2026-03-05T01:00:00.000Z',
    parts,
    ...more,
  });
const part = (...rows: object[]) => ({ title: { zh: '', en: '' }, rows });
const tablesOf = (parts: object) => (takeSetApart(set(parts)) as Apart).tables;

describe('读入数据交换集', () => {
  test('vehicles first, units by their code or name, money in yuan to the fen', () => {
    const tables = tablesOf({
      tolls: part({ plate: '青A·1', kind: 'toll', day: '2026-03-02', amountFen: 5_005, paidTo: '高速', paper: 'E-1' }),
      units: part({ id: 'u1', code: '11370000', name: '市财政局' }, { id: 'u2', code: null, name: '县财政局' }),
      vehicles: part(
        { plate: '青A·1', unit: 'u1', priceFen: 17_999_999 },
        { plate: '青A·2', unit: 'u2', priceFen: null },
      ),
    });
    expect(tables.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['vehicles.vehicle', 2],
      ['vehicles.cost', 1],
    ]);
    const [header, first, second] = tables[0]!.csv.split('\r\n').map((line) => line.split(','));
    const cell = (row: string[] | undefined, column: string) => row?.[header!.indexOf(`"${column}"`)];
    expect([cell(first, 'unit'), cell(first, 'priceFen')]).toEqual(['"11370000"', '"179999.99"']);
    expect([cell(second, 'unit'), cell(second, 'priceFen')]).toEqual(['"县财政局"', '""']);
    expect(tables[1]!.csv).toBe(
      '"plate","day","policy","coversFrom","coversTo","note","kind","amountFen","supplier","invoice"\r\n"青A·1","2026-03-02","","","","","toll","50.05","高速","E-1"',
    );
  });

  test('what no sheet takes is told, and a part that is not kept there is nothing', () => {
    const apart = takeSetApart(set({ positions: part({ plate: '青A·1' }), complaints: { title: {}, rows: null } }));
    expect(apart).toMatchObject({ tables: [], notTaken: [{ part: 'positions', rows: 1 }], withTrips: [] });
  });

  test('what was laid out on a trip comes in with the trip, repairs and services apart, and each row knows its place in its part', () => {
    const apart = takeSetApart(
      set({
        tolls: part({ plate: '青A·1', trip: 'TR-1' }, { plate: '青A·1', trip: null, invoice: 'E-9' }),
        parking: part({ plate: '青A·1', trip: 'TR-1' }),
        upkeep: part(
          { kind: 'service', what: '机油' },
          { kind: 'repair', what: '轮胎' },
          { kind: 'service', what: '刹车' },
        ),
      }),
    ) as Apart;
    expect(apart.tables.map(({ sheet, rowsOfPart }) => [sheet, rowsOfPart])).toEqual([
      ['vehicles.repair', [2]],
      ['vehicles.service', [1, 3]],
      ['vehicles.cost', [2]],
    ]);
    expect(apart.withTrips).toEqual([
      { part: 'tolls', rows: 1 },
      { part: 'parking', rows: 1 },
    ]);
  });

  test('in the order they go in: vehicles, drivers, then what names them', () => {
    const tables = tablesOf({
      hiredCars: part({ invoice: 'H-1' }),
      dispatches: part({ plate: '青A·1', tollFen: 1_250, number: 'TR-1', crossCity: true }),
      drivers: part({ name: '孙师傅' }),
      vehicles: part({ plate: '青A·1' }),
    });
    expect(tables.map(({ sheet }) => sheet)).toEqual([
      'vehicles.vehicle',
      'vehicles.driver',
      'vehicles.trip',
      'vehicles.hire',
    ]);
    expect(tables[2]!.csv.split('\r\n')[1]).toMatch(/"true".*"TR-1","","12.50",""$/);
  });

  test('no text of a stranger ends a cell or a row, and no further column comes along', () => {
    const [table] = tablesOf({
      vehicles: part({ plate: '青A","x\r\n"=1+1', make: '"', unit: null, secret: 'x', __proto__: { plate: 'y' } }),
    });
    const csv = table?.csv ?? '';
    expect(csv).toContain('"青A"",""x\r\n""=1+1"');
    expect(csv).not.toContain('secret');
  });

  test.each([
    ['no JSON', '{', 'not-a-set'],
    ['another document', '{"format":"x","parts":{}}', 'not-a-set'],
    ['a list', '[]', 'not-a-set'],
    ['without parts', set([]), 'not-a-set'],
    ['rows that are no list', set({ vehicles: { rows: { length: 9 } } }), 'not-a-set'],
    ['a later version', set({}, { version: '2.0' }), 'other-version'],
    ['too many rows', set({ vehicles: part(...Array.from({ length: 20_001 }, () => ({}))) }), 'too-large'],
    ['too long', ' '.repeat(20_000_001), 'too-large'],
  ])('%s is refused', (_what, text, why) => {
    expect(takeSetApart(text)).toEqual({ why });
  });

  test.each([
    ['a row that is none', 'x', ''],
    ['a cell with a list', { plate: [] }, 'plate'],
    ['a cell with a thing', { make: {} }, 'make'],
    ['a cell that is too long', { make: 'x'.repeat(2_001) }, 'make'],
  ])('%s is refused by row and column', (_what, row, column) => {
    const text = set({ vehicles: { rows: [{}, row] } });
    expect(takeSetApart(text)).toEqual({ why: 'part-unfit', part: 'vehicles', row: 2, column });
  });
});
