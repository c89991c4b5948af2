import { dirname, join } from 'node:path';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { expect, test } from 'vitest';
import { allowanceOf, basisOf, heldOf, itemsOf, limitOf, limits, limitsOf } from './allowance.ts';
import type { Limit, Staff } from './contract.ts';

const standards = loadStandards(await findStandards(join(dirname(import.meta.dirname), '../..')));
const staff = (more: Partial<Staff> = {}) => ({
  basis: 40,
  seniors: 0,
  offices: 20,
  secrecy: 'ordinary' as const,
  ...more,
});
const allowed = (limit: Limit, of = staff(), day = '2026-03-05') =>
  allowanceOf(limitOf(limit), of, standards, day, ['CN']).allowed;

test('every limit allows what the paper says of forty people in twenty offices', () => {
  expect(Object.fromEntries(limits.map(({ limit }) => [limit, allowed(limit)]))).toEqual({
    desktop: 40,
    notebook: 20,
    printer: 32,
    'printer-a3': 6,
    // 1.2: a part counts as one.
    'printer-colour': 2,
    copier: 2,
    multifunction: 12,
    scanner: 2,
    shredder: 2,
    projector: 2,
    desk: 40,
    chair: 40,
    bookcase: 40,
    'file-cabinet': 40,
    sofa: 20,
    'tea-table': 20,
    wardrobe: 20,
    'visitor-chair': 20,
    'tea-cabinet': 20,
  });
});

test('copiers: one for twenty up to a hundred people, one for thirty above, rounded up', () => {
  expect([0, 1, 20, 21, 100, 101, 130, 131].map((basis) => allowed('copier', staff({ basis })))).toEqual([
    0, 1, 1, 2, 5, 6, 6, 7,
  ]);
});

test('units with secrets, directors-general, and a day before the paper', () => {
  expect(allowed('desktop', staff({ secrecy: 'secret' }))).toBe(60);
  expect(allowed('bookcase', staff({ seniors: 3 }))).toBe(43);
  expect(allowed('sofa', staff({ seniors: 3 }))).toBe(23);
  expect(allowed('sofa', staff({ seniors: 30 }))).toBe(40);
  expect(allowed('desktop', staff(), '2016-06-30')).toBeNull();
});

test('a single sofa is half a three-seater; a colour A3 printer counts three times, each towards another limit', () => {
  expect(heldOf(limitOf('sofa'), { 'sofa-three': 2, 'sofa-single': 3 })).toBe(3.5);
  expect(limitsOf('printer-a3-colour').map(({ limit }) => limit)).toEqual(['printer', 'printer-a3', 'printer-colour']);
  expect(limitsOf('meeting-table')).toEqual([]);
  expect(itemsOf('tea-table')).toEqual(['tea-table-large', 'tea-table-small']);
});

test('staff is who is there, at most as many as are established', () => {
  expect([basisOf(50, 40), basisOf(30, 40), basisOf(null, 40)]).toEqual([40, 30, 40]);
});
