import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftSet, readDraft } from './draft-caps.ts';

const standards = loadStandards(await findStandards(join(import.meta.dirname, '..')));
const day = '2026-03-05';
const capOf = (set: typeof standards, level: string, rank: string) => {
  const found = set.valueOn('space.office-area', day, [], { level, rank });
  return found.found ? found.value : null;
};

test('a draft is read, or the rank it does not know is named', () => {
  expect(readDraft('')).toEqual({ caps: [] });
  expect(readDraft('city/staff=8,county/division-chief=24.5')).toEqual({
    caps: [
      { level: 'city', rank: 'staff', capM2: 8 },
      { level: 'county', rank: 'division-chief', capM2: 24.5 },
    ],
  });
  expect(readDraft('city/emperor=80')).toEqual({ unknown: 'city/emperor' });
});

test('the draft holds beside the standards, and the standards stay what they are', () => {
  const draft = draftSet(standards, [{ level: 'city', rank: 'staff', capM2: 8 }], day);
  expect([capOf(draft, 'city', 'staff'), capOf(draft, 'county', 'staff'), capOf(standards, 'city', 'staff')]).toEqual([
    8, 9, 9,
  ]);
});
