import type { Check } from './check.ts';
import { isTest } from './house.ts';
import { isMade } from './layers.ts';

/** A file is named for a verb or a noun; one that grows past this has become two. */
const lines = { remark: 300, problem: 400 } as const;

/** Contracts are lists of shapes, and tests lists of cases: both may be long, and are listed. What is made is as long as what it tells. */
export const longFiles: Check = {
  title: `Files: none over ${lines.problem} lines`,
  examine(house) {
    const measured = house.sources.map(({ path, text }) => ({ path, length: text.split('\n').length - 1 }));
    const mayBeLong = (path: string) => isTest(path) || path.endsWith('/contract.ts') || isMade(path);
    const over = measured.filter(({ length }) => length > lines.remark).toSorted((a, b) => b.length - a.length);
    return {
      examined: measured.length,
      of: 'sources',
      problems: over
        .filter(({ path, length }) => length > lines.problem && !mayBeLong(path))
        .map(({ path, length }) => ({ path, says: `${length} lines: what is the second thing in it called?` })),
      remarks: over
        .filter(({ path, length }) => length <= lines.problem || mayBeLong(path))
        .map(({ path, length }) => `${path}: ${length} lines`),
    };
  },
};
