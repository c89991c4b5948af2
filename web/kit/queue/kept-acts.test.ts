import type { Problem } from '@opengoa/kernel/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { dropAct, keepAct, type KeptAct, keptActs, sendKept, type Sent, type Shelf, titleOf } from './kept-acts.ts';

const items = new Map<string, string>();
const shelf: Shelf = {
  getItem: (key) => items.get(key) ?? null,
  setItem: (key, value) => void items.set(key, value),
  removeItem: (key) => void items.delete(key),
};
beforeEach(() => items.clear());

const act = (key: string, trip = 't1', verb = 'vehicles.depart-trip'): KeptAct => ({
  key,
  verb,
  input: { trip, odometerKm: 1 },
  title: key,
  at: '2026-03-05T09:00:00Z',
});
const refused: Sent = { is: 'refused', problem: { code: 'not-now', message: '不行', messageEn: 'no' } as Problem };
const keys = () => keptActs(shelf, 'p').map(({ key }) => key);

test('what was pressed without a network goes out in its order, each once, under its own key', async () => {
  for (const key of ['a', 'b', 'c']) keepAct(shelf, 'p', act(key));
  keepAct(shelf, 'p', act('b'));
  const went: string[] = [];
  expect(await sendKept(shelf, 'p', async ({ key }) => (went.push(key), { is: 'done' }))).toBe(3);
  expect(went).toEqual(['a', 'b', 'c']);
  expect(keys()).toEqual([]);
});

test('at the first silence it stops, and what was not answered is sent again under the same key', async () => {
  for (const key of ['a', 'b', 'c']) keepAct(shelf, 'p', act(key));
  await sendKept(shelf, 'p', async ({ key }) => (key === 'b' ? { is: 'away' } : { is: 'done' }));
  expect(keys()).toEqual(['b', 'c']);
});

test('a refused act stays with its reason and holds back what follows on the same thing, and nothing else', async () => {
  keepAct(shelf, 'p', act('depart', 't1'));
  keepAct(shelf, 'p', act('return', 't1', 'vehicles.return-trip'));
  keepAct(shelf, 'p', act('other', 't2'));
  const went: string[] = [];
  const send = async ({ key }: KeptAct): Promise<Sent> => {
    went.push(key);
    return key === 'depart' ? refused : { is: 'done' };
  };
  await sendKept(shelf, 'p', send);
  expect(went).toEqual(['depart', 'other']);
  expect(keptActs(shelf, 'p')).toMatchObject([{ key: 'depart', refused: { message: '不行' } }, { key: 'return' }]);
  dropAct(shelf, 'p', 'depart');
  await sendKept(shelf, 'p', send);
  expect(went).toEqual(['depart', 'other', 'return']);
});

test('another person at the same machine sees and sends nothing of it; a broken or full store is said', () => {
  keepAct(shelf, 'p', act('a'));
  expect(keptActs(shelf, 'q')).toEqual([]);
  items.set('opengoa.acts.r', '{broken');
  expect(keptActs(shelf, 'r')).toEqual([]);
  const full: Shelf = {
    ...shelf,
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(keepAct(full, 'p', act('b'))).toBe(false);
  for (let n = 0; n < 199; n += 1) keepAct(shelf, 'p', act(`k${n}`));
  expect(keepAct(shelf, 'p', act('one too many'))).toBe(false);
});

describe('what is gathered', () => {
  const scan = (key: string, entry: string, thing = 's1'): KeptAct => ({
    key,
    verb: 'assets.sync-scans',
    input: { stocktake: thing, entries: [entry] },
    title: '{n}',
    at: '2026-03-05T09:00:00Z',
    gathers: { field: 'entries', most: 3 },
  });
  const entries = () => keptActs(shelf, 'p').map(({ input }) => (input['entries'] as string[]).join(''));

  test('many small things are a few acts: of one thing, in their order, never more than fit', () => {
    for (const entry of ['a', 'b', 'c', 'd']) keepAct(shelf, 'p', scan(entry, entry));
    keepAct(shelf, 'p', scan('e', 'e', 's2'));
    keepAct(shelf, 'p', scan('f', 'f'));
    expect(entries()).toEqual(['abc', 'df', 'e']);
    expect(keptActs(shelf, 'p').map(titleOf)).toEqual(['3', '2', '1']);
  });

  test('what went out stays as it is: nothing is added to an act whose answer was lost', async () => {
    keepAct(shelf, 'p', scan('a', 'a'));
    await sendKept(shelf, 'p', async () => ({ is: 'away' }));
    keepAct(shelf, 'p', scan('b', 'b'));
    expect(entries()).toEqual(['a', 'b']);
  });

  test('what is added while another is under way goes out whole, and nothing is dropped with it', async () => {
    keepAct(shelf, 'p', scan('x', 'x', 's2'));
    keepAct(shelf, 'p', scan('a', 'a'));
    const went: string[] = [];
    await sendKept(shelf, 'p', async ({ key, input }) => {
      went.push((input['entries'] as string[]).join(''));
      if (key === 'x') keepAct(shelf, 'p', scan('b', 'b'));
      if (key === 'a') keepAct(shelf, 'p', scan('c', 'c'));
      return { is: 'done' };
    });
    expect(went).toEqual(['x', 'ab']);
    expect(entries()).toEqual(['c']);
  });
});
