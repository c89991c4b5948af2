import { parse } from 'yaml';
import { z } from 'zod';
import type { Evidence } from './evidence.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const Requirements = z.strictObject({
  chapters: z.array(
    z.strictObject({
      chapter: z.int(),
      title: words,
      requirements: z.array(
        z.strictObject({
          id: z.string().regex(/^(SEC-[A-Z]{2}|REL)-\d{2}$/),
          level: z.enum(['Must', 'Should']),
          title: z.string().min(1),
          source: z.string().optional(),
        }),
      ),
    }),
  ),
});

export interface Requirement {
  readonly id: string;
  readonly level: 'Must' | 'Should';
  readonly chapter: number;
  readonly title: string;
}

/** @throws when the file has another shape, or an id twice */
export function readRequirements(text: string): Requirement[] {
  const all = Requirements.parse(parse(text)).chapters.flatMap(({ chapter, requirements }) =>
    requirements.map(({ id, level, title }) => ({ id, level, title, chapter })),
  );
  const twice = all.find(({ id }, index) => all.findIndex((each) => each.id === id) !== index);
  if (twice) throw new Error(`${twice.id} stands twice`);
  return all;
}

export type State = Evidence['state'] | 'missing';

export interface Judged extends Requirement {
  readonly state: State;
  readonly tests: number;
  readonly files: readonly string[];
}

/** One failed test fails its requirement; skipped ones alone show nothing. */
function stateOf(evidence: readonly Evidence[]): State {
  const has = (state: Evidence['state']) => evidence.some((each) => each.state === state);
  return has('failed')
    ? 'failed'
    : has('passed')
      ? 'passed'
      : has('written')
        ? 'written'
        : has('skipped')
          ? 'skipped'
          : 'missing';
}

export function judgeRequirements(requirements: readonly Requirement[], evidence: readonly Evidence[]): Judged[] {
  return requirements.map((requirement) => {
    const own = evidence.filter(({ id }) => id === requirement.id);
    return {
      ...requirement,
      state: stateOf(own),
      tests: own.length,
      files: [...new Set(own.map(({ file }) => file))].toSorted(),
    };
  });
}

/** A Must that no test shows, or that one shows to be broken. `written` is believed until the tests have run. */
export const isUnmet = ({ level, state }: Judged): boolean =>
  level === 'Must' && state !== 'passed' && state !== 'written';
