import { part } from '@opengoa/kernel';
import { neverSeen } from './gather-never-seen.ts';

export const risksOfStocktake = part({ risks: [neverSeen] });
