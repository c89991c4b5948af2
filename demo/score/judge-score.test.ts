import { expect, test } from 'vitest';
import type { Planting } from '../city/planting.ts';
import { monthsOf } from './find-flagged.ts';
import { scoreOf, underFloors } from './judge-score.ts';
import { wilson } from '@opengoa/kernel/wilson';

const kit = 'vehicles/repair-split';
const planted = (plate: string, harm: boolean): Planting => ({
  kit,
  about: { kind: 'vehicle', plate, month: '2026-03' },
  harm,
  what: '拆单',
  size: '2',
});
const flagged = (question: string) => ({ kit, question, rule: 'split', said: '' });

test('each question counts once, however often it was planted or flagged', () => {
  const key = [planted('A', true), planted('A', true), planted('B', true), planted('C', false), planted('D', false)];
  const score = scoreOf(kit, key, [flagged('A'), flagged('A'), flagged('C'), flagged('E')]);
  expect(score).toMatchObject({ harms: 2, flagged: 3, right: 1, recall: 0.5, lookAlikes: 2, lookAlikesFlagged: 1 });
  expect(score.precision).toBeCloseTo(1 / 3);
  expect(score.missed.map(({ question }) => question)).toEqual(['B']);
  expect(score.wrong).toEqual([
    { question: 'C', why: 'split: 拆单' },
    { question: 'E', why: 'split: 平常情形 ordinary' },
  ]);
});

test('what another planting made so is rightly asked about, and not missed where it is not', () => {
  const also = (plate: string): Planting => ({ ...planted(plate, true), also: true });
  const score = scoreOf(kit, [planted('A', true), also('B'), also('C')], [flagged('A'), flagged('B'), flagged('E')]);
  expect(score).toMatchObject({ harms: 1, right: 1, alsoRight: 1, recall: 1, flagged: 3, missed: [] });
  expect(score.precision).toBeCloseTo(2 / 3);
  expect(score.wrong.map(({ question }) => question)).toEqual(['E']);
});

test('Wilson: 8 of 10 is between 0.49 and 0.94; nothing counted says nothing', () => {
  const [low, high] = wilson(8, 10);
  expect(low).toBeCloseTo(0.4902, 3);
  expect(high).toBeCloseTo(0.9433, 3);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

test('a kit under its floor is named, and one without a floor too', () => {
  const score = scoreOf(kit, [planted('A', true), planted('B', true)], [flagged('A')]);
  expect(underFloors([score], { [kit]: { recall: 0.6, precision: 0.5 } })).toEqual([`${kit}: recall 0.50 < 0.6`]);
  expect(underFloors([score], { [kit]: { recall: 0.5, precision: 1 } })).toEqual([]);
  expect(underFloors([score], {})).toEqual([`${kit}: no floor is set`]);
});

test('months of a year: the first and the last may be short', () => {
  const months = monthsOf('2025-11-21', '2026-11-22');
  expect(months[0]).toEqual(['2025-11-21', '2025-12-01']);
  expect(months[3]).toEqual(['2026-02-01', '2026-03-01']);
  expect(months.at(-1)).toEqual(['2026-11-01', '2026-11-22']);
  expect(months).toHaveLength(13);
});
