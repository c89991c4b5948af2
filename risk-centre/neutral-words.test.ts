import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findKits } from '@opengoa/kernel/risk-kit';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const house = join(import.meta.dirname, '..');
const judging = parse(readFileSync(join(house, 'checks/neutral-words.yaml'), 'utf8')) as Record<'zh' | 'en', string[]>;
const pattern = new RegExp([...judging.zh, ...judging.en.map((word) => String.raw`\b${word}\w*`)].join('|'), 'i');

/** Every text below a value, with where it stands; the paper a kit follows bears the name its makers gave it. */
function textsOf(value: unknown, at: string): [where: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, below]) => (key === 'article' ? [] : textsOf(below, `${at}.${key}`)));
}

const judged = (texts: readonly (readonly [string, string])[]): string[] =>
  texts.flatMap(([where, text]) => {
    const found = pattern.exec(text);
    return found ? [`${where}: ${found[0]}`] : [];
  });

/** Text between quotes of a source, and text of its markup. */
const quoted = (source: string): string[] =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? '',
  );

test('L26: no text of any rule judges anybody, in Chinese or English', async () => {
  const kits = await findKits(house);
  expect(kits.length).toBeGreaterThanOrEqual(10);
  const texts = kits.flatMap((folder) =>
    textsOf(parse(readFileSync(join(folder, 'risk.yaml'), 'utf8')), relative(house, folder)),
  );
  expect(texts.length).toBeGreaterThan(200);
  expect(judged(texts)).toEqual([]);
});

test('L26: nor does any word that the risk centre shows', () => {
  const files = readdirSync(join(house, 'risk-centre'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:tsx?|yaml)$/.test(path) && !/\.test\.ts$|node_modules|worked-examples/.test(path),
  );
  expect(files.length).toBeGreaterThan(80);
  const texts = files.flatMap((path) =>
    quoted(readFileSync(join(house, 'risk-centre', path), 'utf8')).map((text) => [path, text] as const),
  );
  expect(judged(texts)).toEqual([]);
});

test('the list finds what it is for', () => {
  expect(judged([['a', '该车涉嫌公车私用']])).toEqual(['a: 涉嫌']);
  expect(judged([['b', 'the unit falsified its report']])).toEqual(['b: falsified']);
  expect(judged([['c', '待核实异常：单次加油超过油箱']])).toEqual([]);
});
