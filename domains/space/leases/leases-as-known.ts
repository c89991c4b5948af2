import type { Tx } from '@opengoa/kernel';
import { factsBefore } from '../facts-before.ts';
import { kindsOfLeases, leasesFrom, type PastLease } from './leases-from-facts.ts';

/** Every lease with its payments as the Record had told of it before an instant. */
export const leasesAsKnown = async (tx: Tx, before: Date): Promise<readonly PastLease[]> =>
  leasesFrom(await factsBefore(tx, kindsOfLeases, before));
