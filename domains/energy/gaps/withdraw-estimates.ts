import { refuse, sql, verb } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { lockMeter } from '../meters/meter-store.ts';
import { meterOf } from '../meters/meter.ts';
import { dayNumber } from '../methods/hour-series.ts';
import { rebuildStretches } from '../readings/day-store.ts';
import { dayBegins } from '../readings/local-time.ts';
import { EstimatesWithdrawn, WithdrawEstimates } from './contract.ts';
import { countEstimates, removeEstimates } from './gap-store.ts';

const longestDays = 92;

/** 撤销估补: estimates of a stretch are taken back, and what they stood for is missing again. What was really read is not touched. */
export const withdrawEstimates = verb('energy.withdraw-estimates', {
  title: { zh: '撤销估补', en: 'Take estimates back' },
  input: WithdrawEstimates,
  who: ['energy-clerk'],
  on: 'energy.meter',
  facts: [EstimatesWithdrawn],
  refusals: ['period-backwards', 'period-too-long', 'no-estimate'],
  async load(tx, { meter: id, from, toExclusive }) {
    const meter = await lockMeter(tx, id);
    const fits = toExclusive > from && daysBetween(from, toExclusive) <= longestDays;
    const [begins, ends] = [new Date(dayBegins(dayNumber(from))), new Date(dayBegins(dayNumber(toExclusive)))];
    return { meter, begins, ends, count: fits ? await countEstimates(tx, id, begins, ends) : 0 };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, count }, { from, toExclusive, why }) {
    if (toExclusive <= from) return refuse('period-backwards');
    if (daysBetween(from, toExclusive) > longestDays) return refuse('period-too-long', { days: longestDays });
    if (count === 0) return refuse('no-estimate');
    return [
      EstimatesWithdrawn.of({
        object: meterOf(meter),
        unit: meter.unit,
        body: { from, toExclusive, readings: count },
        why,
      }),
    ];
  },
  async also(tx, { meter, begins, ends }) {
    await removeEstimates(tx, meter.id, begins, ends);
    await tx.run(sql`
      delete from energy.repair where meter_id = ${meter.id} and from_at >= ${begins} and to_at < ${ends}`);
    await rebuildStretches(tx, meter.id, [[begins, new Date(ends.getTime() - 1)]]);
  },
});
