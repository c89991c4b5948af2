import { part } from '@opengoa/kernel';
import { addDependency } from './add-dependency.ts';
import { depending, dependencies, partChoices } from './depending-reads.ts';
import { dependencySheet } from './dependency-sheet.ts';
import { endDependency } from './end-dependency.ts';
import { partSaves } from './part-store.ts';
import { dependingRefusals } from './words.ts';

/** 牵连: which parts need each other, what else goes down, and what to mend first. */
export const dependingPart = part({
  verbs: [addDependency, endDependency],
  reads: [depending, partChoices, dependencies],
  saves: partSaves,
  sheets: [dependencySheet],
  refusals: dependingRefusals,
});
