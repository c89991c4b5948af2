import { dirname, join } from 'node:path';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { beforeAll, expect, test } from 'vitest';
import { type HeldPost, personCap } from './person-cap.ts';

let standards: ReturnType<typeof loadStandards>;
beforeAll(async () => {
  standards = loadStandards(await findStandards(join(dirname(dirname(dirname(import.meta.dirname))))));
});

const post = (more: Partial<HeldPost>): HeldPost => ({
  person: 'p',
  kind: 'main',
  unit: 'u',
  title: '岗位',
  rank: '一级科员',
  level: 'city',
  ...more,
});
const cap = (posts: HeldPost[], day = '2026-03-05') => personCap(posts, day, standards, () => []);
const m2 = (level: HeldPost['level'], rank: string) => cap([post({ level, rank })]).capM2;

test('the values of 2014 by level and rank, never those of 1999', () => {
  expect(m2('city', '厅局级正职')).toBe(42);
  expect(m2('city', '厅局级副职')).toBe(30);
  expect(m2('city', '县处级正职')).toBe(24);
  expect(m2('city', '县处级副职')).toBe(18);
  expect(m2('city', '乡科级正职')).toBe(9);
  expect(m2('city', '一级科员')).toBe(9);
  expect(m2('county', '县处级正职')).toBe(30);
  expect(m2('county', '乡科级正职')).toBe(18);
  expect(m2('county', '乡科级副职')).toBe(12);
  expect(m2('province', '厅局级正职')).toBe(30);
  expect(m2('nation', '县处级副职')).toBe(12);
  // The trap: heads of cities at 32, of counties at 20, staff at 6, as the table of 1999 has it.
  const all = (['nation', 'province', 'city', 'county'] as const).flatMap((level) =>
    ['省部级正职', '厅局级正职', '县处级正职', '县处级副职', '乡科级正职', '一级科员'].map((rank) => m2(level, rank)),
  );
  expect(all.filter((each) => each !== null && [32, 20, 6].includes(each))).toEqual([]);
});

test('of several posts the highest, once; who stands in or is lent keeps their own', () => {
  const chief = post({ rank: '县处级正职', kind: 'concurrent' });
  expect(cap([post({}), chief])).toMatchObject({ capM2: 24, confidence: 'confirmed', standardDay: '2014-11-27' });
  expect(cap([post({}), { ...chief, kind: 'acting' }]).capM2).toBe(9);
  expect(cap([post({}), { ...chief, kind: 'secondment' }]).capM2).toBe(9);
});

test('what cannot be told says why', () => {
  expect(cap([])).toMatchObject({ capM2: null, lacks: 'no-post' });
  expect(cap([post({ rank: null })])).toMatchObject({ capM2: null, lacks: 'rank-unknown' });
  expect(cap([post({ rank: '专家' })])).toMatchObject({ capM2: null, lacks: 'rank-unknown' });
  expect(cap([post({ rank: '二级调研员' })])).toMatchObject({ capM2: null, lacks: 'left-open' });
  expect(cap([post({ level: 'township', rank: '乡科级正职' })])).toMatchObject({ capM2: null, lacks: 'left-open' });
  expect(cap([post({})], '2010-01-01')).toMatchObject({ capM2: null, lacks: 'not-on-that-day' });
  // One post that cannot be told may be the higher one.
  expect(cap([post({}), post({ kind: 'concurrent', rank: '二级调研员' })]).lacks).toBe('left-open');
});

test('a toilet is for heads alone', () => {
  expect(cap([post({ rank: '厅局级正职' })]).toiletM2).toBe(6);
  expect(cap([post({ rank: '县处级正职' })]).toiletM2).toBe(0);
  expect(cap([post({ level: 'county', rank: '县处级正职' })]).toiletM2).toBe(6);
});
