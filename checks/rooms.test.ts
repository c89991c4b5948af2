import { describe, expect, test } from 'vitest';
import { judge, type Check } from './check.ts';
import { riskCases } from './risk-cases.ts';
import { sourcedStandards } from './sourced-standards.ts';
import { testedVerbs } from './tested-verbs.ts';
import { smallHouse } from './testing/small-house.ts';
import { wordedRefusals } from './worded-refusals.ts';

const judged = async (check: Check, files: Record<string, string>) => {
  const { problems, remarks = [], examined } = await judge(check, smallHouse(files));
  return { examined, problems: problems.map(({ path, says }) => `${path}: ${says}`), remarks };
};
const domain = (room: Record<string, unknown>) =>
  `export default ${JSON.stringify({ name: 'library', title: {}, reads: [], saves: [], verbs: [], refusals: {}, ...room })};`;
const verb = (name: string, more: Record<string, unknown> = {}) => ({
  name: `library.${name}`,
  facts: [],
  refusals: [],
  ...more,
});

describe('verbs without a test', () => {
  const files = {
    'domains/library/domain.ts': domain({
      verbs: [verb('lend-book'), verb('return-book'), verb('shelve-book'), verb('count-books', { internal: true })],
    }),
    'domains/library/return-book.ts': `export const returnBook = verb('library.return-book', {});`,
    'domains/library/shelve-book.ts': `export const shelveBook = verb('library.shelve-book', {});`,
    'domains/library/lend-book.test.ts': `does('library.lend-book', {});`,
    'domains/library/return-book.test.ts': `import './return-book.ts';`,
  };

  test('named by a test, or its file imported by one; anything else is missing, an internal one is remarked on', async () => {
    expect(await judged(testedVerbs, files)).toEqual({
      examined: 4,
      problems: ['domains/library/shelve-book.ts: no test names library.shelve-book'],
      remarks: ['no test names library.count-books, which other doors run'],
    });
  });
});

describe('refusals without words', () => {
  test('a code nobody words, words in one language, a place that one language leaves out', async () => {
    const refusals = {
      'book-is-out': { zh: '《{title}》已借出。', en: '“{title}” is lent out.' },
      'book-is-lost': { zh: 'lost', en: '遗失' },
      'too-many': { zh: '超过限额。', en: 'More than {most}.' },
    };
    const { problems } = await judged(wordedRefusals, {
      'domains/library/domain.ts': domain({
        verbs: [verb('lend-book', { refusals: ['book-is-out', 'reader-unknown'] })],
        refusals,
      }),
    });
    expect(problems).toEqual([
      'domains/library/domain.ts: library.lend-book refuses with reader-unknown, which has no words',
      'domains/library/domain.ts: refusal book-is-lost is not worded in Chinese',
      'domains/library/domain.ts: refusal book-is-lost is not worded in English',
      'domains/library/domain.ts: refusal too-many: the Chinese does not say {most}',
    ]);
  });
});

describe('standards without a source', () => {
  const standard = (source: string) => `
title: { zh: 借期, en: Loan period }
unit: days
bound: at-most
values:
  2020-01-01:
${source}
    confidence: confirmed
    value: 30
examples:
  - { on: 2020-01-02, expect: 30 }
`;
  test('one with its paper, one without', async () => {
    const file = 'domains/library/standards/loan-period.yaml';
    expect(
      (await judged(sourcedStandards, { [file]: standard('    source: { document: 图书室规则 }') })).problems,
    ).toEqual([]);
    const { problems } = await judged(sourcedStandards, { [file]: standard('') });
    expect(problems[0]).toBe(`${file}: the value from 2020-01-01 names no document`);
    expect(problems).toHaveLength(2);
  });
});

test('a kit without cases, and one that never finds anything', async () => {
  const kit = (name: string, cases: string) => ({
    [`domains/library/risks/${name}/risk.yaml`]: '',
    [`domains/library/risks/${name}/risk.ts`]: '',
    [`domains/library/risks/${name}/method.md`]: '',
    ...(cases ? { [`domains/library/risks/${name}/cases.yaml`]: cases } : {}),
  });
  const { problems } = await judged(riskCases, {
    ...kit('overdue', 'must-be-found: [{ name: a }]\nmust-not-be-found: [{ name: b }]'),
    ...kit('silent', 'must-be-found: []\nmust-not-be-found: [{ name: b }]'),
    ...kit('untried', ''),
  });
  expect(problems).toEqual([
    'domains/library/risks/silent/cases.yaml: no case that must be found',
    'domains/library/risks/untried: has no cases.yaml',
  ]);
});
