import { part } from '@opengoa/kernel';
import { whatIf } from './what-if-read.ts';
import { whatIfRefusals } from './words.zh.ts';

/** 标准推演. */
export const tried = part({ reads: [whatIf], refusals: whatIfRefusals });
