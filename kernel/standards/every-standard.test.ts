/** Walks the disk: every standard of every room loads, and all its examples hold. A new office needs no entry here. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findStandards, loadStandards, StandardsRefused, type StandardSet } from './standards.ts';

const root = join(import.meta.dirname, '../..');
const files = await findStandards(root);

describe('every standard on the disk', () => {
  test('rooms and files were found', () => {
    const rooms = new Set(files.map(({ path }) => path.split('/standards/')[0]));
    expect([...rooms]).toEqual(expect.arrayContaining(['kernel', 'domains/vehicles', 'domains/energy', 'risk-centre']));
    expect(files.length).toBeGreaterThan(40);
  });

  test.each(files)('$path loads, and its examples hold', (file) => {
    expect(() => loadStandards([file])).not.toThrow();
  });

  test('all of them together are one set', () => {
    expect(loadStandards(files).ids).toHaveLength(files.length);
  });

  test('an example that does not hold is noticed in the real files too', () => {
    const file = files.find(({ path }) => path.endsWith('vehicles/standards/renewal-years.yaml'));
    if (!file) throw new Error('the file has moved');
    const wrong = { path: file.path, text: file.text.replace('expect: 8', 'expect: 6') };
    expect(() => loadStandards([wrong])).toThrow(StandardsRefused);
  });

  test('no source carries a link: users are shown document, number and article', () => {
    expect(files.filter(({ text }) => /https?:\/\//.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('values the program rests on', () => {
  let set: StandardSet;
  beforeAll(() => {
    set = loadStandards(files);
  });
  const today = '2026-11-21';

  test('the password profile, lock-out and sessions of the checklist', () => {
    expect(set.numberOn('kernel.password-rules', today, [], { item: 'length-min', profile: 'national' })).toBe(10);
    expect(set.numberOn('kernel.sign-in-limits', today, [], { item: 'failures-max' })).toBe(5);
    expect(set.numberOn('kernel.request-limits', today, [], { item: 'json-depth' })).toBe(32);
  });

  test('a sedan over 12 万元 for a courier is stopped by a confirmed article', () => {
    const selector = { category: 'confidential-courier', body: 'sedan', condition: 'ordinary', power: 'conventional' };
    expect(set.valueOn('vehicles.purchase-price', today, ['CN'], selector)).toMatchObject({
      value: 12_000_000,
      unit: 'fen',
      confidence: 'confirmed',
      source: { number: '中办发〔2017〕71号', article: '第七条（一）' },
    });
  });
});
