import { type Id, refuse, sql, type Tx, verb } from '@opengoa/kernel';
import { CorrectReading, ReadingCorrected } from './contract.ts';
import { lockMeter } from '../meters/meter-store.ts';
import { fromThousandths, type Meter, meterOf, toThousandths } from '../meters/meter.ts';
import { qualityCode } from './interval-batch.ts';
import { rebuildStretches } from './day-store.ts';
import { factOfReading } from './reading-store.ts';
import { rebuildRegister } from './register-store.ts';

/**
 * 更正读数: correct by adding. What the meter said stays in the correction beside what counts from now on, and the fact points to the one
 * that brought the reading.
 */
export const correctReading = verb('energy.correct-reading', {
  title: { zh: '更正读数', en: 'Correct a reading' },
  input: CorrectReading,
  who: ['energy-clerk'],
  on: 'energy.meter',
  facts: [ReadingCorrected],
  refusals: ['no-such-reading', 'nothing-to-correct'],
  async load(tx, input) {
    const meter = await lockMeter(tx, input.meter);
    const at = beginning(meter, new Date(input.at));
    return { meter, at, was: await valueAt(tx, meter, at), brought: await factOfReading(tx, meter, at) };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, at, was, brought }, { value, why }) {
    if (was === null) return refuse('no-such-reading', { meter: meter.name, at: at.toISOString() }, { status: 404 });
    if (was === toThousandths(value)) return refuse('nothing-to-correct');
    return [
      ReadingCorrected.of({
        object: meterOf(meter),
        unit: meter.unit,
        body: { at: at.toISOString(), was: fromThousandths(was), is: fromThousandths(toThousandths(value)) },
        why,
        ...(brought === null ? {} : { corrects: brought }),
      }),
    ];
  },
  async also(tx, { meter, at }, { value }) {
    const counts = { value: toThousandths(value), quality: qualityCode.corrected };
    if (meter.reads === 'register') {
      await tx.run(sql`
        update energy.register set value = ${counts.value}, quality = ${counts.quality} where meter_id = ${meter.id} and at = ${at}`);
      await rebuildRegister(tx, meter, at);
    } else {
      await tx.run(sql`
        update energy.reading set value = ${counts.value}, quality = ${counts.quality} where meter_id = ${meter.id} and at = ${at}`);
      await rebuildStretches(tx, meter.id, [[at, at]]);
    }
    await tx.run(sql`
      update energy.doubt set state = 'left-out', decided_at = now(), why = 'corrected'
       where meter_id = ${meter.id} and from_at = ${at} and count = 1 and state = 'open'`);
  },
});

/** A time as the meter stamps it, brought to the beginning of its interval. */
const beginning = ({ reads, stamped, intervalMinutes }: Meter, at: Date): Date =>
  reads === 'interval' && stamped === 'ends' ? new Date(at.getTime() - (intervalMinutes ?? 0) * 60_000) : at;

async function valueAt(tx: Tx, { id, reads }: { id: Id; reads: Meter['reads'] }, at: Date): Promise<number | null> {
  const found =
    reads === 'register'
      ? await tx.maybe<{ value: number }>(
          sql`select value from energy.register where meter_id = ${id} and at = ${at} for update`,
        )
      : await tx.maybe<{ value: number }>(
          sql`select value from energy.reading where meter_id = ${id} and at = ${at} for update`,
        );
  return found?.value ?? null;
}
