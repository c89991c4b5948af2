import { keepsNothing } from '@opengoa/kernel';
import { PositionsReceived } from './contract.ts';

/** The positions themselves are written with the batch; the fact tells of it. */
export const positionSaves = [keepsNothing(PositionsReceived)];
