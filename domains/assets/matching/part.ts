import { part } from '@opengoa/kernel';

export const matching = part({});
