import type { Id } from '@opengoa/kernel';
import type { Carrier, Measure, MeterKind, MeterReads, MeterUse } from '../contract.ts';

export interface Meter {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly name: string;
  readonly carrier: Carrier;
  readonly measure: Measure;
  readonly kind: MeterKind;
  /** 分项: what of a building's electricity it measures apart. */
  readonly use: MeterUse | null;
  readonly parent: Id | null;
  readonly reads: MeterReads;
  readonly intervalMinutes: number | null;
  readonly stamped: 'begins' | 'ends';
  readonly digits: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly lastAt: Date | null;
  readonly version: number;
}

/** What is screwed onto a meter's place for a while; an open end is null. Registers in thousandths. */
export interface Instrument {
  readonly id: Id;
  readonly meter: Id;
  readonly key: string | null;
  readonly multiplier: number;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly first: number | null;
  readonly last: number | null;
}

export const meterOf = (meter: Pick<Meter, 'id'>) => ({ kind: 'energy.meter', id: meter.id });

/** What is open to a meter, before anybody's rights are asked. */
export const verbsOfMeter = ({ reads }: Pick<Meter, 'reads'>): string[] => [
  ...(reads === 'register'
    ? ['energy.read-meter']
    : ['energy.fit-baseline', 'energy.question-readings', 'energy.estimate-gaps', 'energy.withdraw-estimates']),
  'energy.correct-reading',
  'energy.check-meter',
  'energy.replace-meter',
  'energy.change-meter',
];

/** In which units a carrier is measured; the first is the usual one. */
export const measuresOf: Readonly<Record<Carrier, readonly [Measure, ...Measure[]]>> = {
  electricity: ['kWh'],
  gas: ['m3', 'kWh'],
  water: ['m3'],
  heat: ['GJ', 'kWh'],
};

/** The instrument that stood there at an instant. Its stretches cover all of time. */
export const instrumentAt = (instruments: readonly Instrument[], atMs: number): Instrument =>
  instruments.findLast(({ from }) => from === null || from.getTime() <= atMs) ?? instruments[0]!;

/** Stored amounts are whole thousandths of the unit of measure. */
export const toThousandths = (value: number): number => Math.round(value * 1000);
export const fromThousandths = (value: number): number => value / 1000;
