import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountsAfter, type ToldAct } from './reported-before.ts';

const cell = (value: number | null, line = 'electricity', basis = 'metered') => ({ line, value, basis });
const act = (type: string, ...cells: ReturnType<typeof cell>[]): ToldAct => ({ type: `energy.${type}`, cells });

test('what was written stays when the records are taken again, and only what was sent counts', () => {
  const acts = [
    act('StatementOpened', cell(100), cell(7, 'water')),
    act('CellFilled', cell(90.12345, 'electricity', 'bill')),
    act('StatementRefilled', cell(110), cell(8, 'water')),
  ];
  expect(amountsAfter(acts)).toBeNull();
  const sent = [...acts, act('StatementSubmitted')];
  expect(amountsAfter(sent)).toEqual([
    { line: 'electricity', value: 90.123, basis: 'bill', asTaken: false },
    { line: 'water', value: 8, basis: 'metered', asTaken: true },
  ]);
  expect(amountsAfter([...sent, act('StatementAccepted')])).toEqual(amountsAfter(sent));
  for (const back of ['StatementRecalled', 'StatementReturned', 'StatementReopened'])
    expect(amountsAfter([...sent, act(back)])).toBeNull();
  expect(amountsAfter([])).toBeNull();
});

test('a cell that was emptied is empty, and written again it is what was written last', () => {
  const last = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null });
  fc.assert(
    fc.property(fc.array(last, { minLength: 1 }), (values) => {
      const acts = [
        act('StatementOpened', cell(1)),
        ...values.map((value) => act('CellFilled', cell(value))),
        act('StatementSubmitted'),
      ];
      expect(amountsAfter(acts)).toEqual([
        { line: 'electricity', value: values.at(-1), basis: 'metered', asTaken: false },
      ]);
    }),
  );
});
