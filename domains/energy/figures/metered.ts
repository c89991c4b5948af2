/** What is looked at: one meter, or what a building uses of one carrier (its main meters together). */
import { type Context, notFound, Refused, refuse, sql, type Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { findBuilding } from '../buildings/building-store.ts';
import type { Building } from '../buildings/building.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { Carrier, type Measure } from '../contract.ts';
import { findMeter, metersWhere } from '../meters/meter-store.ts';
import type { Meter } from '../meters/meter.ts';
import type { KindOfDay } from '../methods/hour-series.ts';

export const longestDays = 1_100;

/** A meter or a building, and the days looked at. */
export const Looked = {
  meter: z.uuid().optional(),
  building: z.uuid().optional(),
  carrier: Carrier.default('electricity'),
  from: z.iso.date(),
  toExclusive: z.iso.date(),
};

export interface LookedAt {
  readonly meter?: string | undefined;
  readonly building?: string | undefined;
  readonly carrier: z.infer<typeof Carrier>;
  readonly from: string;
  readonly toExclusive: string;
}

export interface Metered {
  readonly name: string;
  readonly unit: string;
  readonly measure: Measure;
  readonly building: Building;
  readonly meters: readonly Meter[];
  readonly kindOfDay: KindOfDay;
}

/** @throws Refused when neither or both are named, when the period is none or too long, or when nothing of the reader's is there */
export async function meteredOf(tx: Tx, looked: LookedAt, { calendar }: Pick<Context, 'calendar'>): Promise<Metered> {
  const { meter: meterId, building: buildingId, carrier, from, toExclusive } = looked;
  const days = daysBetween(from, toExclusive);
  if ((meterId === undefined) === (buildingId === undefined) || days < 1 || days > longestDays)
    throw new Refused(refuse('input-not-fitting', { longestDays }, { status: 400 }));
  const meter = meterId === undefined ? null : await findMeter(tx, meterId);
  const building = await findBuilding(tx, meter?.building ?? buildingId!);
  const meters = meter
    ? [meter]
    : await metersWhere(tx, sql`building_id = ${building.id} and kind = 'main' and carrier = ${carrier}`);
  const [first] = meters;
  if (!first) throw new Refused(notFound());
  return {
    name: meter?.name ?? building.name,
    unit: building.unit,
    measure: first.measure,
    building,
    meters,
    kindOfDay: (await calendarsOf(tx, [building.calendar], calendar))(building.calendar),
  };
}

export const daysFrom = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(from, i));
