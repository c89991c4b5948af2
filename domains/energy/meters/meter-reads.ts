import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { lastBaseline } from '../baseline/baseline-store.ts';
import { findBuilding } from '../buildings/building-store.ts';
import { MeterAnswer } from './contract.ts';
import { readers } from '../readers.ts';
import { lastRegister } from '../readings/register-store.ts';
import { isStale } from '../readings/staleness.ts';
import { findMeter, instrumentsOf, metersWhere } from './meter-store.ts';
import { fromThousandths, verbsOfMeter } from './meter.ts';

/** One meter: what it measures, which instruments stood there, what its baseline is worth. */
export const oneMeter = read('energy.meter', {
  title: { zh: '表计', en: 'A meter' },
  query: z.strictObject({ id: z.uuid() }),
  answer: MeterAnswer,
  who: readers,
  async fetch(tx, { id }, context) {
    const meter = await findMeter(tx, id);
    const building = await findBuilding(tx, meter.building);
    const instruments = await instrumentsOf(tx, [id]);
    const baseline = await lastBaseline(tx, id);
    const register = meter.reads === 'register' ? await lastRegister(tx, id, context.now) : null;
    const { open } = await tx.one<{ open: number }>(
      sql`select count(*)::int as open from energy.doubt where meter_id = ${id} and state = 'open'`,
    );
    return {
      ...meter,
      unitName: context.organisation.unit(meter.unit)?.name ?? '',
      buildingName: building.name,
      parentName: meter.parent === null ? null : ((await metersWhere(tx, sql`id = ${meter.parent}`))[0]?.name ?? null),
      lastAt: meter.lastAt?.toISOString() ?? null,
      stale: isStale(meter, context),
      lastRegister:
        register === null
          ? null
          : {
              at: register.at.toISOString(),
              value: fromThousandths(register.value),
              photos: [...register.photos],
            },
      instruments: instruments.map(({ key, multiplier, from, to }) => ({
        key,
        multiplier,
        from: from?.toISOString() ?? null,
        to: to?.toISOString() ?? null,
      })),
      baseline: baseline
        ? {
            id: baseline.id,
            from: baseline.from,
            toExclusive: baseline.toExclusive,
            trainedDays: baseline.trainedDays,
            cvRmsePercent: baseline.cvRmsePercent,
            nmbePercent: baseline.nmbePercent,
            fittedAt: baseline.fittedAt.toISOString(),
          }
        : null,
      openDoubts: open,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, reads }) => ({ verbs: verbsOfMeter({ reads }), place: { unit } }),
});
