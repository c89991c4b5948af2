import { part } from '@opengoa/kernel';
import { kitLearning, learning } from './learning-reads.ts';

/** 规则的学习: what verdicts say of kits, and what follows from it once a person has signed. */
export const learningPart = part({
  verbs: [],
  reads: [learning, kitLearning],
  saves: [],
});
