import { part } from '@opengoa/kernel';
import { papersList } from './paper-list.ts';

/** Files of this room have one ledger, whatever act brought them. */
export const papers = part({ reads: [papersList] });
