import { refuse, sql, verb } from '@opengoa/kernel';
import { lockSelfCheck, selfCheckOf } from './check-store.ts';
import { CloseSelfCheck, SelfCheckClosed } from './contract.ts';

/** 结束自查: once every line is confirmed or settled. */
export const closeSelfCheck = verb('assets.close-self-check', {
  title: { zh: '结束自查', en: 'Close the self-check' },
  input: CloseSelfCheck,
  who: ['assets-clerk'],
  on: 'assets.self-check',
  facts: [SelfCheckClosed],
  refusals: ['check-closed', 'lines-open'],
  load: async (tx, { check }) => ({
    check: await lockSelfCheck(tx, check),
    count: await tx.one<{ waiting: number; disputed: number; confirmed: number; settled: number }>(
      sql`select waiting, disputed, confirmed, settled from assets_read.self_check_v1 where id = ${check}`,
    ),
  }),
  at: ({ check }) => ({ unit: check.unit }),
  decide({ check, count: { waiting, disputed, confirmed, settled } }) {
    if (check.state === 'closed') return refuse('check-closed', {}, { status: 409 });
    if (waiting + disputed > 0) return refuse('lines-open', { waiting, disputed }, { status: 409 });
    return [SelfCheckClosed.of({ object: selfCheckOf(check.id), unit: check.unit, body: { confirmed, settled } })];
  },
});
