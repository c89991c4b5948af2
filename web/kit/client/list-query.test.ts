import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '@opengoa/kernel/contract';
import {
  chipsOf,
  fitting,
  fromSearch,
  nextSort,
  toSearch,
  withCondition,
  withoutChip,
  type Condition,
  type ListQuery,
} from './list-query.ts';

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  title: { zh: kind, en: kind },
  kind,
  filter: true,
  sort: true,
  ...more,
});
const columns = {
  state: column('choice'),
  starts_at: column('instant'),
  cost_fen: column('money-fen'),
  note: column('text', { filter: false, sort: false }),
};
const meta = { columns, search: true };
const plain = (_column: Column, value: string) => value;

const query: ListQuery = {
  q: '石桥',
  where: { state: { is: 'approved' }, starts_at: { from: '2026-03-01' }, cost_fen: { from: '100', to: '900' } },
  sort: '-starts_at',
};

describe('a ledger query in the address', () => {
  test('is written as the server reads it', () =>
    expect(toSearch(query)).toEqual({
      q: '石桥',
      'f.cost_fen.from': '100',
      'f.cost_fen.to': '900',
      'f.starts_at.from': '2026-03-01',
      'f.state': 'approved',
      sort: '-starts_at',
    }));

  test('there and back is the same', () => {
    const text = fc.string({ minLength: 1, maxLength: 12 });
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      text.map((is) => ({ is })),
      text.map((from) => ({ from })),
      text.map((to) => ({ to })),
      fc.record({ from: text, to: text }),
    );
    const queries = fc.record({
      where: fc.dictionary(fc.constantFrom('state', 'starts_at', 'cost_fen', 'unit_id'), condition),
      q: text,
      sort: text,
    });
    fc.assert(
      fc.property(queries, (given) => {
        expect(fromSearch(toSearch(given))).toEqual(given);
      }),
    );
  });

  test('what is not part of it is left alone', () =>
    expect(fromSearch({ tab: 'cost', 'f.state': '' })).toEqual({ where: {} }));

  test('what the list does not know is dropped, so that an old link is not refused', () =>
    expect(
      fitting(
        { q: 'x', where: { state: { is: 'a' }, gone: { is: 'b' }, note: { is: 'c' } }, sort: 'note' },
        { columns, search: false },
      ),
    ).toEqual({
      where: { state: { is: 'a' } },
    }));
});

describe('chips', () => {
  test('one for each active filter, ranges as one', () =>
    expect(chipsOf(query, meta, plain).map(({ key, value }) => [key, value])).toEqual([
      ['q', '石桥'],
      ['cost_fen', '100 – 900'],
      ['starts_at', '≥ 2026-03-01'],
      ['state', 'approved'],
    ]));

  test('pressing every cross leaves nothing', () => {
    const emptied = chipsOf(query, meta, plain).reduce((left, chip) => withoutChip(left, chip.key), query);
    expect(emptied).toEqual({ where: {}, sort: '-starts_at' });
    expect(chipsOf(emptied, meta, plain)).toEqual([]);
  });

  test('a condition that asks nothing is none', () => {
    expect(withCondition(query, 'state', { is: '' }).where['state']).toBeUndefined();
    expect(withCondition(query, 'cost_fen', {}).where['cost_fen']).toBeUndefined();
    expect(withCondition(query, 'state', { is: 'settled' }).where['state']).toEqual({ is: 'settled' });
  });
});

test('a header pressed three times comes back to the order of the list', () => {
  expect(nextSort(undefined, 'plate')).toBe('-plate');
  expect(nextSort('-plate', 'plate')).toBe('plate');
  expect(nextSort('plate', 'plate')).toBeUndefined();
});
