import { expect, test } from 'vitest';
import { judge } from './check.ts';
import { emptyWords } from './empty-words.ts';
import { smallHouse } from './testing/small-house.ts';

const page = (properties: string) => `export default () => <LedgerPage list="a.b" ${properties} />;`;

test('a page of a ledger without words for nothing, or with none about what to do, is named', async () => {
  const { problems, examined } = await judge(
    emptyWords,
    smallHouse({
      'domains/a/good.tsx': page("empty={{ title: { zh: '无', en: 'none' }, todo: { zh: '从…开始', en: 'begin' } }}"),
      'domains/a/silent.tsx': page(''),
      'domains/a/idle.tsx': page("empty={{ title: { zh: '无', en: 'none' } }}"),
    }),
  );
  expect(examined).toBe(3);
  expect(problems.map(({ path }) => path).toSorted()).toEqual(['domains/a/idle.tsx', 'domains/a/silent.tsx']);
});
