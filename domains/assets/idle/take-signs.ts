import { type Job, sql, verb } from '@opengoa/kernel';
import { SignsTaken, TakeSigns } from './contract.ts';
import { takeSigns } from './signs-of-offices.ts';

/** 汇集使用迹象: trips, people seated, meters of rooms, loans, orders and papers, as of a day, over the ledgers of a tree. */
export const takeSignsOfDay = verb('assets.take-signs', {
  title: { zh: '汇集使用迹象', en: 'Take signs of use' },
  input: TakeSigns,
  who: ['job'],
  facts: [SignsTaken],
  refusals: [],
  internal: true,
  async load(tx, { unit }, { organisation }) {
    const units = [...organisation.unitsBelow(unit)];
    return {
      units,
      ...(await tx.one<{ any: boolean }>(
        sql`select exists (select 1 from assets.card where unit_id = any (${units}::uuid[])) as any`,
      )),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide: ({ any }, { unit, day }) =>
    any ? [SignsTaken.of({ object: { kind: 'kernel.unit', id: unit }, unit, body: { day } })] : [],
  async also(tx, { units, any }, { day }, { standards }) {
    if (!any) return;
    const limit = (item: string) => standards.numberOn('assets.idle-meter', day, [], { item });
    await takeSigns(tx, { day, units, standbyWh: limit('standby'), gapDays: limit('gap') });
  },
});

/** Each night, after seats and meters were reckoned. */
export const takeSignsJob: Job = {
  name: 'take-signs',
  title: { zh: '汇集资产使用迹象', en: 'Take signs of use' },
  dailyAt: '05:10',
  async run({ verb: run, context, progress, signal }) {
    const roots = context.organisation.units.filter(
      ({ parent, successors }) => parent === null && successors.length === 0,
    );
    let done = 0;
    for (const { id } of roots) {
      if (signal.aborted) return;
      await run('assets.take-signs', { unit: id, day: context.today });
      progress((done += 1), roots.length);
    }
  },
};
