import { keepsNothing } from '@opengoa/kernel';
import { FixesDecided } from './contract.ts';

/** Rows are judged anew with the decision; the fact tells of it. */
export const setAsideSaves = [keepsNothing(FixesDecided)];
