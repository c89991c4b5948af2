import { expect, test } from 'vitest';
import { guides, guidesFor, stepName, tickedBy } from './guides.ts';

test('every role has its first task, in three to five steps, each named once', () => {
  for (const role of [
    'staff',
    'head',
    'leader',
    'dispatcher',
    'driver',
    'energy-clerk',
    'system-admin',
    'security-admin',
    'audit-admin',
  ])
    expect(guidesFor([role]), role).not.toEqual([]);
  const names = guides.flatMap((guide) => guide.steps.map((step) => stepName(guide, step)));
  expect(new Set(names).size).toBe(names.length);
  for (const { key, steps } of guides) expect([key, steps.length >= 3 && steps.length <= 5]).toEqual([key, true]);
});

test('a step is ticked by its own act or page, and by nothing of another role', () => {
  const mine = guidesFor(['staff']);
  expect(tickedBy(mine, { verb: 'vehicles.request-trip' })).toEqual(['colleague.ask']);
  expect(tickedBy(mine, { page: '/?box=started' })).toEqual(['colleague.follow']);
  expect(tickedBy(mine, { verb: 'vehicles.dispatch-trip' })).toEqual([]);
});
