import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isIdNumber } from '@opengoa/kernel/exchange';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Examples printed in the standards themselves (GB 11643, GB/T 2260) and numbers that stand for one. */
const published = new Set(['11010519491231002X', '440524188001010014', '110105194912310021']);
const numbersOfTests = new Set(['13800138000']);

function* filesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else if (/\.(ts|tsx|yaml|json|csv)$/.test(entry.name)) yield path;
  }
}
const texts = (folder: string) =>
  [...filesOf(join(root, folder))].map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

test('SEC-DC-08 the demo city is invented: no identity number, no mobile number, no mailbox of anybody, and regions that no list of the country holds', () => {
  const all = texts('demo').filter(({ path }) => !path.endsWith('synthetic.test.ts'));
  expect(all.length).toBeGreaterThan(10);
  for (const { path, text } of all) {
    for (const [number] of text.matchAll(/(?<![\dX])\d{17}[\dX](?![\dX])/g))
      expect([path, isIdNumber(number)]).toEqual([path, false]);
    expect([path, /(?<!\d)1[3-9]\d{9}(?!\d)/.exec(text)?.[0]]).toEqual([path, undefined]);
    expect([path, /[\w.]+@(?!example\.)[\w-]+\.(?:com|cn|net|org)/.exec(text)?.[0]]).toEqual([path, undefined]);
    for (const [, code] of text.matchAll(/regionCode: '(\d{6})'/g))
      expect([path, code!.slice(0, 2)]).toEqual([path, '99']);
  }
});

test('SEC-DC-08 tests use what standards print or what cannot be anybody’s', () => {
  for (const folder of ['kernel', 'domains', 'risk-centre', 'journeys', 'host'])
    for (const { path, text } of texts(folder).filter(({ path: each }) => /\.test\.ts$|\/testing\//.test(each)))
      for (const [number] of text.matchAll(/(?<![\dA-Za-z])\d{17}[\dX](?![\dA-Za-z])/g))
        if (isIdNumber(number) && !numbersOfTests.has(number))
          expect([path, published.has(number), number]).toEqual([path, true, number]);
});
