import { z } from 'zod';

export { day, id, maybe, oneOf, text, version } from '@opengoa/kernel/contract';

/** Fields that the shapes of the space office are made of; no behaviour. What a noun takes, says and answers stands beside it: `rooms/contract.ts`, … */

/** Square metres, to a hundredth. */
export const areaM2 = z.number().positive().max(10_000_000);
