/** 周敏 asks, 何涛 heads the office, 陈局 leads the bureau, 郑科长 keeps the fleet. */
import { isRefusal } from '@opengoa/kernel';
import { calendarFrom } from '@opengoa/kernel/calendar';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { act, explainPath, findDefinitions, openCase, type StepsWorld } from '@opengoa/kernel/steps';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const room = join(import.meta.dirname, '..');
const standards = loadStandards(await findStandards(room));
const definition = (await findDefinitions(room, standards)).get('vehicles.trip-approval')!;
const roles: Record<string, string> = { head: '何涛', leader: '陈局', 'fleet-clerk': '郑科长' };
const superiors: Record<string, string> = { 周敏: '何涛', 何涛: '陈局', 郑科长: '冯局长' };
const world: StepsWorld = {
  standards,
  calendar: calendarFrom(),
  standInsFor: () => [],
  resolve(rule) {
    if ('role' in rule) return [roles[rule.role]].filter((person) => person !== undefined);
    if ('superiorOf' in rule) return [superiors[rule.superiorOf]].filter((person) => person !== undefined);
    return 'person' in rule ? [rule.person] : [];
  },
};
const now = new Date('2026-03-02T09:00:00+08:00');
const startOf = (asker: string, trip: { people?: number; distanceKm?: number; crossCity?: boolean }) => ({
  id: 'case',
  asker,
  unit: 'office',
  place: ['990000', '990100'],
  attributes: { people: 3, distanceKm: 20, crossCity: false, use: 'general-affairs', ...trip },
});

const path = (asker: string, trip: Parameters<typeof startOf>[1]): string =>
  explainPath(definition, startOf(asker, trip), now, world)
    .filter(({ will }) => will === 'yes')
    .map(({ step, holders }) => `${step}:${holders.map(({ person }) => person).join('+')}`)
    .join(' ');

describe('用车审批', () => {
  test('短途本市由处室负责人审批', () => expect(path('周敏', {})).toBe('unit-head:何涛'));
  test('超过长途公里数加分管领导，正好等于不加', () => {
    expect(path('周敏', { distanceKm: 101 })).toBe('unit-head:何涛 leader:陈局');
    expect(path('周敏', { distanceKm: 100 })).toBe('unit-head:何涛');
  });
  test('出本市加分管领导', () => expect(path('周敏', { crossCity: true })).toBe('unit-head:何涛 leader:陈局'));
  test('人数多的会签，分管领导不重复审批', () => {
    expect(path('周敏', { people: 8, crossCity: true })).toBe('unit-head:何涛 countersign:郑科长+陈局');
  });
  test('SEC-AC-11 负责人自己用车由上级审批', () => expect(path('何涛', {})).toBe('unit-head:陈局'));
  test('为什么需要分管领导', () => {
    const ahead = explainPath(definition, startOf('周敏', { distanceKm: 126 }), now, world);
    expect(ahead.at(-1)?.why.map(({ zh }) => zh)).toEqual(['往返公里数 126，超过 100']);
  });
  test('走完：何涛、陈局批准后通过', () => {
    const opened = openCase(definition, startOf('周敏', { distanceKm: 126 }), now, world);
    if (isRefusal(opened)) throw new Error(opened.code);
    const first = act(definition, opened.case, { kind: 'approve', by: '何涛', step: 'unit-head' }, now, world);
    if (isRefusal(first)) throw new Error(first.code);
    expect(first.tasks.open).toMatchObject([{ step: 'leader', person: '陈局' }]);
    const second = act(definition, first.case, { kind: 'approve', by: '陈局', step: 'leader' }, now, world);
    expect(isRefusal(second) ? second : second.case.status).toBe('approved');
  });
});
