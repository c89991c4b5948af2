import { part } from '@opengoa/kernel';
import { evidenceSaves } from './evidence-store.ts';
import { measureNightly, measureRepeating } from './measure-repeating.ts';

/** 证据合成: what kits over the same records say together, and what stated probabilities became. */
export const evidencePart = part({
  verbs: [measureRepeating],
  reads: [],
  saves: evidenceSaves,
  jobs: [measureNightly],
});
