import { FaultReportFollowed, factType, followReport, keepsNothing, reportToFollow, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { meterChecks } from '../words.zh.ts';
import { lockMeter } from './meter-store.ts';
import { meterOf } from './meter.ts';

const outcome = z.enum(Object.keys(meterChecks) as [keyof typeof meterChecks, ...(keyof typeof meterChecks)[]]);
const found = z.string().trim().min(1).max(500);

const CheckMeter = z.strictObject({
  meter: z.uuid(),
  outcome,
  found,
  /** The fault report it is checked because of. */
  report: z.uuid().optional(),
});

export const MeterChecked = factType('energy.MeterChecked', {
  title: { zh: '现场核表', en: 'Meter checked' },
  body: z.strictObject({ outcome, found, report: z.uuid().optional() }),
});

/** 现场核表: somebody stood before the meter and looked. What it measured is not touched; a faulty one is replaced or its readings corrected. */
export const checkMeter = verb('energy.check-meter', {
  title: { zh: '现场核表', en: 'Check a meter' },
  input: CheckMeter,
  who: ['energy-clerk'],
  on: 'energy.meter',
  facts: [MeterChecked, FaultReportFollowed],
  refusals: [],
  load: async (tx, { meter, report }) => ({
    meter: await lockMeter(tx, meter),
    report: await reportToFollow(tx, report, meter),
  }),
  at: ({ meter }) => ({ unit: meter.unit }),
  decide: ({ meter, report }, { meter: _meter, ...body }) => [
    MeterChecked.of({ object: meterOf(meter), unit: meter.unit, body }),
    ...followReport(report, {
      kind: 'energy.meter',
      thing: meter.id,
      title: `现场核表：${meterChecks[body.outcome].zh}`,
      opens: `/energy/meters/${meter.id}`,
    }),
  ],
});

export const checkSaves = [keepsNothing(MeterChecked)];
