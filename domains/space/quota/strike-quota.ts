import { refuse, verb } from '@opengoa/kernel';
import { QuotaStruck, StrikeQuota } from './contract.ts';
import { lockQuota, quotaOf } from './quota-store.ts';

/** 撤销核定: it was entered wrongly. The one before holds again; the entry itself stays to be seen. */
export const strikeQuota = verb('space.strike-quota', {
  title: { zh: '撤销核定', en: 'Strike a quota' },
  input: StrikeQuota,
  who: ['space-clerk'],
  on: 'space.quota',
  facts: [QuotaStruck],
  refusals: ['quota-struck'],
  load: async (tx, { quota }) => ({ quota: await lockQuota(tx, quota) }),
  at: ({ quota }) => ({ unit: quota.unit }),
  decide({ quota }, { why }) {
    if (quota.struck !== null) return refuse('quota-struck', {}, { status: 409 });
    const { from, paper, unit } = quota;
    return [QuotaStruck.of({ object: quotaOf(quota), unit, body: { from, paper, why }, why })];
  },
});
