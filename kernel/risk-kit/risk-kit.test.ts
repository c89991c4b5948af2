import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findKits, loadKit, runCases } from '../risk-kit.ts';

const folder = join(import.meta.dirname, 'testing/library/risks/loan-overdue');
const kit = await loadKit(folder);
const loan = { kind: 'loan', id: 'l-1', name: '《桥梁》' };
const standards = {
  'loan-days': {
    id: 'library.loan-days',
    value: 30,
    unit: 'days',
    day: '2020-01-01',
    source: { document: '借阅规则' },
    confidence: 'confirmed' as const,
  },
  'of-another-kit': {
    id: 'library.fee',
    value: 1,
    unit: 'fen',
    day: '2020-01-01',
    source: { document: '借阅规则' },
    confidence: 'confirmed' as const,
  },
};
const scratch = await mkdtemp(join(tmpdir(), 'kit-'));
afterAll(() => rm(scratch, { recursive: true }));

test('a verdict carries words, class, what was used, and the false alarms that were not excluded', () => {
  const verdict = kit.judge(loan, { daysOut: 40 }, { standards });
  expect(verdict).toMatchObject({
    kit: 'library/loan-overdue',
    status: 'flag',
    rule: 'overdue',
    evidenceClass: 'D',
    explanation: {
      zh: '待核实异常：《桥梁》已借出40天，期限32天。',
      en: 'To be verified: 《桥梁》 has been out for 40 days of 32.',
    },
    benign: [{ zh: '已还至分馆', en: 'Returned to a branch' }],
    settings: { 'grace-days': 2 },
  });
  expect(Object.keys(verdict.standards)).toEqual(['loan-days']);
});

test('settings given for a run go before the kit’s own', () => {
  expect(kit.judge(loan, { daysOut: 32 }, { standards }).status).toBe('clear');
  expect(kit.judge(loan, { daysOut: 32 }, { standards, settings: { 'grace-days': 0 } }).status).toBe('flag');
});

test('a template that is not there, or a place without a number, is a fault', () => {
  expect(() => kit.judge(loan, { daysOut: 40, template: 'unheard-of' }, { standards })).toThrow(
    'no template unheard-of',
  );
  expect(() => kit.judge(loan, { daysOut: 40, template: 'gap' }, { standards })).toThrow('has nothing for {nothing}');
});

test('cases that hold have no problem, a wrong one tells what is wrong', async () => {
  const outcomes = await runCases(kit, folder);
  expect(outcomes.map(({ problems }) => problems.length)).toEqual([0, 3, 0, 0]);
  expect(outcomes[1]!.problems.join()).toMatch(/status is clear.*rule is clear.*value is 3/s);
});

test('kits of tests are not found among those of the rooms', async () => {
  const found = await findKits(join(import.meta.dirname, '../..'));
  expect(found.filter((path) => path.includes('testing'))).toEqual([]);
  expect(found.length).toBeGreaterThan(0);
});

test.each([
  ['a setting outside its range', 'value: 2', 'value: 9', 'outside its range'],
  [
    'a finding without a known false alarm',
    /known-false-alarms:\n(.*\n){2}/,
    'known-false-alarms: {}\n',
    'at least one',
  ],
  ['a key that nobody knows', 'subject: loan', 'subject: loan\nowner: x', 'Unrecognized key'],
  ['a count of clicks (M10)', /title: .*/, 'title: { zh: 平台点击量, en: Clicks }', '按时办结'],
  ['no template for what is clear', /  clear: .*\n/, '', 'a template for `clear`'],
])('%s is refused', async (_name, from, to, problem) => {
  const copy = await mkdtemp(join(scratch, 'x-'));
  await cp(folder, copy, { recursive: true });
  const text = await readFile(join(folder, 'risk.yaml'), 'utf8');
  expect(text.replace(from, to)).not.toBe(text);
  await writeFile(join(copy, 'risk.yaml'), text.replace(from, to));
  await expect(loadKit(copy)).rejects.toThrow(problem);
});
