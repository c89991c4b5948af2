import { part } from '@opengoa/kernel';
import { overStandardRoom, retiredNotVacated, twoOffices } from './gather-rooms.ts';

/** Rules of risk about offices and who sits in them. */
export const risks = part({ risks: [overStandardRoom, twoOffices, retiredNotVacated] });
