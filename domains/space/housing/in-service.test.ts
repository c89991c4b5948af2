import type { Context } from '@opengoa/kernel';
import { expect, test } from 'vitest';
import { stillServes } from './in-service.ts';

type Organisation = Context['organisation'];
const unit = (id: string, institution: string, successors: string[] = []) => ({ id, institution, successors });
const units = [
  unit('bureau', 'bureau'),
  unit('office', 'bureau'),
  unit('merged', 'merged', ['heir']),
  unit('heir', 'heir'),
  unit('heir-office', 'heir'),
  unit('other', 'other'),
];
const organisation = {
  unit: (id: string) => units.find((each) => each.id === id),
  institutionOf: (id: string) => ({ id: units.find((each) => each.id === id)?.institution ?? id }),
} as unknown as Organisation;

test('whoever holds a post anywhere in the institution still serves there', () => {
  expect(stillServes(organisation, 'office', ['bureau'])).toBe(true);
  expect(stillServes(organisation, 'bureau', ['other', 'office'])).toBe(true);
  expect(stillServes(organisation, 'office', ['other'])).toBe(false);
  expect(stillServes(organisation, 'office', [])).toBe(false);
});

test('a merged unit goes on in its heir', () => {
  expect(stillServes(organisation, 'merged', ['heir-office'])).toBe(true);
  expect(stillServes(organisation, 'merged', ['bureau'])).toBe(false);
});
