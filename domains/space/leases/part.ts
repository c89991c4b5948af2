import { part } from '@opengoa/kernel';
import { approveLease } from './approve-lease.ts';
import { endLease } from './end-lease.ts';
import { leasePoint } from './lease-point.ts';
import { leaseList, oneLease, rentList, rentsDue } from './lease-reads.ts';
import { leaseSaves } from './lease-store.ts';
import { proposeLease } from './propose-lease.ts';
import { recordRent } from './record-rent.ts';
import { refuseLease } from './refuse-lease.ts';
import { rentReminder } from './rent-reminder.ts';
import { strikeRent } from './strike-rent.ts';
import { leaseRefusals } from './words.zh.ts';

export const leases = part({
  verbs: [proposeLease, approveLease, refuseLease, endLease, recordRent, strikeRent],
  reads: [leaseList, rentList, oneLease, rentsDue],
  saves: leaseSaves,
  reminders: [rentReminder],
  uploads: [leasePoint],
  refusals: leaseRefusals,
});
