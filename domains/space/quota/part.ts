import { part } from '@opengoa/kernel';
import { quotaList, unitAreaList } from './quota-lists.ts';
import { unitQuota } from './quota-reads.ts';
import { quotaSaves } from './quota-store.ts';
import { setQuota } from './set-quota.ts';
import { strikeQuota } from './strike-quota.ts';
import { quotaRefusals } from './words.zh.ts';

/** 核定: what a unit may have. */
export const quota = part({
  verbs: [setQuota, strikeQuota],
  reads: [unitAreaList, quotaList, unitQuota],
  saves: quotaSaves,
  refusals: quotaRefusals,
});
