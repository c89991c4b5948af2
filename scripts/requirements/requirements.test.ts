import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evidenceOfReport, evidenceOfSource } from './evidence.ts';
import { isUnmet, judgeRequirements, readRequirements } from './judge-requirements.ts';

const one = (id: string, level: string) => `      - { id: ${id}, level: ${level}, title: 'x' }\n`;
const chapter = (...lines: string[]) =>
  `chapters:\n  - chapter: 1\n    title: { zh: 一, en: One }\n    requirements:\n${lines.join('')}`;

test('the house’s own list: every chapter that holds by now, and no id twice', () => {
  const all = readRequirements(readFileSync(join(import.meta.dirname, '../../docs/requirements.yaml'), 'utf8'));
  expect([...new Set(all.map((each) => each.chapter))]).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
  ]);
  expect(all.filter(({ level }) => level === 'Must').length).toBeGreaterThan(120);
  expect(() => readRequirements(chapter(one('REL-01', 'Must'), one('REL-01', 'Must')))).toThrow('twice');
  expect(() => readRequirements(chapter(one('REL-1', 'Must')))).toThrow();
});

test('a report: ids of the groups around a test count, several in one title too', () => {
  const evidence = evidenceOfReport(
    {
      testResults: [
        {
          name: '/house/kernel/a.test.ts',
          assertionResults: [
            { status: 'passed', fullName: 'SEC-AC-04 others’ objects SEC-AC-05 nested' },
            { status: 'pending', fullName: 'REL-01 power cut' },
            { status: 'passed', fullName: 'nothing of that kind' },
          ],
        },
      ],
    },
    '/house',
  );
  expect(evidence.map(({ id, file, state }) => [id, file, state])).toEqual([
    ['SEC-AC-04', 'kernel/a.test.ts', 'passed'],
    ['SEC-AC-05', 'kernel/a.test.ts', 'passed'],
    ['REL-01', 'kernel/a.test.ts', 'skipped'],
  ]);
});

test('a source: titles count, comments and text that only mentions an id do not', () => {
  const text = [
    `// SEC-AC-01 is elsewhere`,
    `test('SEC-AC-04 foreign objects', () => expect(x).toBe('as SEC-AC-09 says'));`,
    'test.each([1])(`SEC-AC-05 SEC-AC-06 nested %s`, () => {});',
  ].join('\n');
  expect(evidenceOfSource('a.test.ts', text).map(({ id, state }) => `${id} ${state}`)).toEqual([
    'SEC-AC-04 written',
    'SEC-AC-05 written',
    'SEC-AC-06 written',
  ]);
});

test('a source: only what stands as the title of a test or of a rule counts, not a string that looks like one', () => {
  const text = [
    "const example = 'REL-01 a title of an example';",
    "const report = { fullName: 'REL-02 power cut', title: `REL-03 none` };",
    "expect(titles).toEqual(['REL-04 as told']);",
    "describe('REL-05 a group', () => { it.skipIf(slow)('REL-06 one of it', () => {}); });",
    "test.for([['REL-07 a row']])('REL-08 %s', () => {});",
    "tell('REL-09 no test');",
  ].join('\n');
  expect(evidenceOfSource('a.test.ts', text).map(({ id }) => id)).toEqual(['REL-05', 'REL-06', 'REL-08']);
  const rule = "export const walls: Check = { title: 'SEC-SC-01 a rule', examine: () => ({ says: 'REL-10 no' }) };";
  expect(evidenceOfSource('checks/walls.ts', rule).map(({ id }) => id)).toEqual(['SEC-SC-01']);
});

test('one failure fails a requirement; a Must is unmet when failed, only skipped, or missing', () => {
  const ids = ['REL-01', 'REL-02', 'REL-03', 'REL-04', 'REL-05'];
  const requirements = readRequirements(chapter(...ids.map((id) => one(id, 'Must')), one('REL-09', 'Should')));
  const of = (id: string, state: 'passed' | 'failed' | 'skipped' | 'written') => ({ id, state, file: 'a', title: '' });
  const judged = judgeRequirements(requirements, [
    of('REL-01', 'passed'),
    of('REL-01', 'skipped'),
    of('REL-02', 'passed'),
    of('REL-02', 'failed'),
    of('REL-03', 'skipped'),
    of('REL-04', 'written'),
  ]);
  expect(judged.map(({ state }) => state)).toEqual(['passed', 'failed', 'skipped', 'written', 'missing', 'missing']);
  expect(judged.filter(isUnmet).map(({ id }) => id)).toEqual(['REL-02', 'REL-03', 'REL-05']);
});
