import { createHash } from 'node:crypto';
import { type FactDraft, type Id, newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { ReadingsReceived, ReceiveReadings } from './contract.ts';
import { instrumentsOf, lockMeters } from '../meters/meter-store.ts';
import type { Instrument, Meter } from '../meters/meter.ts';
import { dayOf as dayOfNumber } from '../methods/hour-series.ts';
import { measures } from '../words.zh.ts';
import { dropEstimates } from '../gaps/gap-store.ts';
import { addToDays, rebuild } from './day-store.ts';
import {
  heldInstants,
  type PreparedSeries,
  prepareSeries,
  qualityCode,
  type ReceivedReading,
  type ReceivingRules,
} from './interval-batch.ts';
import { dayMs } from './local-time.ts';
import {
  batchLike,
  differentReading,
  type DifferentReading,
  insertReadings,
  keepBatchMeters,
  keepDoubts,
  noteLastRead,
} from './reading-store.ts';
import { keepRegister, rebuildRegister } from './register-store.ts';

interface Part extends PreparedSeries {
  readonly meter: Meter;
}

interface Known {
  /** What each entry of the batch names; absent where nothing is found, or nothing of the sender's. */
  readonly meters: readonly (Meter | undefined)[];
  readonly parts: readonly Part[];
  /** One batch, and one fact, for each unit that it reaches. */
  readonly batches: ReadonlyMap<Id, Id>;
  readonly sha256: string;
  /** The first instant that is kept with another value, where that was asked. */
  readonly differs: DifferentReading | null;
  /** The same content came before: there is nothing to do. */
  readonly before: boolean;
}

/**
 * 接收读数: a batch of what meters said, by HTTP, gateway, file or import. One fact a batch. The same batch twice changes nothing, late
 * readings land in their own day, and what contradicts itself is kept apart from the totals until somebody decides (SEC-TE-02 … 04).
 */
export const receiveReadings = verb('energy.receive-readings', {
  title: { zh: '接收读数', en: 'Receive readings' },
  input: ReceiveReadings,
  who: ['energy-clerk', 'job'],
  facts: [ReadingsReceived],
  refusals: ['meters-unknown', 'measure-differs', 'reading-differs'],
  result: z.strictObject({ received: z.int(), doubtful: z.int(), before: z.boolean() }),
  async load(tx, input, { now, actor, standards, today }): Promise<Known> {
    const ids = input.meters.flatMap(({ meter }) => meter ?? []);
    const keys = input.meters.flatMap(({ key }) => key ?? []);
    const found = await lockMeters(tx, ids, keys);
    const instruments = Map.groupBy(
      await instrumentsOf(
        tx,
        found.map(({ id }) => id),
      ),
      ({ meter }) => meter,
    );
    const byId = new Map(found.map((meter) => [meter.id, meter]));
    const byKey = new Map(
      [...instruments.values()].flatMap((own) =>
        own.filter(isNow).map(({ key, meter }) => [key, byId.get(meter)!] as const),
      ),
    );
    const meters = input.meters.map(({ meter, key }) => (meter === undefined ? byKey.get(key!) : byId.get(meter)));
    // A device's late reading may reach into a month that was reported; a person who sends one answers for it by name.
    const lateDays = standards.numberOn('energy.reading-receipt', today, [], { item: 'late-days' });
    const rules: ReceivingRules = {
      nowMs: now.getTime(),
      lateBeforeMs: actor.kind === 'machine' || actor.kind === 'device' ? now.getTime() - lateDays * dayMs : null,
    };
    const parts = input.meters.flatMap((entry, i): Part[] => {
      const meter = meters[i];
      return meter ? [{ meter, ...prepareSeries(meter, instruments.get(meter.id)!, readingsOf(entry), rules) }] : [];
    });
    const sha256 = hashOf(parts);
    return {
      meters,
      parts,
      sha256,
      differs: input.refuseDifferent ? await differentReading(tx, parts) : null,
      batches: new Map(parts.map(({ meter }) => [meter.unit, newId()])),
      before: parts.length === meters.length && (await batchLike(tx, sha256)) !== undefined,
    };
  },
  // Meters that are not there, or not the sender's, name no place: `decide` says so by name, and nothing is written.
  at({ parts, batches }, _input, { actor }) {
    const units = [...batches.keys()];
    const [first = actor.unit ?? '', ...others] = parts.length === 0 ? [] : units;
    return [first, ...others].map((unit) => ({ unit }));
  },
  decide({ meters, parts, batches, sha256, before, differs }, input) {
    const unknown = input.meters.flatMap(({ meter, key }, i) => (meters[i] ? [] : [key ?? meter ?? '']));
    if (unknown.length > 0)
      return refuse(
        'meters-unknown',
        { keys: unknown.slice(0, 20).join('、'), count: unknown.length },
        { status: 404 },
      );
    for (const [i, { measure }] of input.meters.entries()) {
      const meter = meters[i]!;
      if (measure !== undefined && measure !== meter.measure)
        return refuse('measure-differs', { meter: meter.name, measure: measures[meter.measure], given: measure });
    }
    if (differs !== null)
      return refuse(
        'reading-differs',
        { ...differs, meter: parts.find(({ meter }) => meter.id === differs.meter)!.meter.name },
        { possible: ['energy.correct-reading'] },
      );
    const result = {
      received: parts.reduce((sum, { columns }) => sum + columns.at.length, 0),
      doubtful: parts.reduce((sum, { doubts }) => sum + doubts.reduce((n, { count }) => n + count, 0), 0),
      before,
    };
    if (before) return { facts: [], result };
    const facts = [...Map.groupBy(parts, ({ meter }) => meter.unit)].map(([unit, own]): FactDraft =>
      ReadingsReceived.of({
        object: { kind: 'energy.batch', id: batches.get(unit)! },
        unit,
        body: {
          meters: own.length,
          readings: own.reduce((sum, { columns }) => sum + columns.at.length, 0),
          from: new Date(Math.min(...own.map(({ from }) => from))).toISOString(),
          to: new Date(Math.max(...own.map(({ to }) => to))).toISOString(),
          doubtful: own.reduce((sum, { doubts }) => sum + doubts.reduce((n, { count }) => n + count, 0), 0),
          sha256,
        },
      }),
    );
    return { facts, result };
  },
  async also(tx, { parts, batches, before }, _input, { now }) {
    if (before) return;
    // A meter that a batch names twice is written once for each, one after the other.
    const once = new Set<Id>();
    const together = parts.filter(
      ({ meter }) => meter.reads === 'interval' && !once.has(meter.id) && once.add(meter.id),
    );
    const others = parts.filter((part) => !together.includes(part));
    if (together.length > 0) await writeIntervals(tx, together);
    for (const part of others) {
      if (part.meter.reads === 'interval') await writeIntervals(tx, [part]);
      else {
        const kept = await keepRegister(tx, part.meter, part.columns, false);
        if (kept > 0) await rebuildRegister(tx, part.meter, new Date(part.from));
      }
    }
    for (const { meter, doubts } of parts) await keepDoubts(tx, meter, doubts, now);
    for (const [unit, batch] of batches)
      await keepBatchMeters(
        tx,
        batch,
        [
          ...Map.groupBy(
            parts.filter(({ meter }) => meter.unit === unit),
            ({ meter }) => meter.id,
          ).values(),
        ].map((own) => ({
          meter: own[0]!.meter,
          from: Math.min(...own.map(({ from }) => from)),
          to: Math.max(...own.map(({ to }) => to)),
          held: heldInstants(
            own.flatMap(({ columns }) => columns.at),
            own[0]!.meter.reads === 'interval' ? (own[0]!.meter.intervalMinutes ?? 0) * 60_000 : 0,
          ),
        })),
      );
    const read = parts.flatMap(({ meter, lastCounted }) =>
      lastCounted === null ? [] : [{ id: meter.id, at: lastCounted }],
    );
    await noteLastRead(
      tx,
      read.map(({ id }) => id),
      read.map(({ at }) => at),
    );
  },
});

/** Where every row is new its sums are simply added; otherwise the days it touches are reckoned again from the readings. */
async function writeIntervals(tx: Parameters<typeof insertReadings>[0], parts: readonly Part[]): Promise<void> {
  const rows = parts.reduce((sum, { columns }) => sum + columns.at.length, 0);
  const dropped = await dropEstimates(tx, parts);
  const added = await insertReadings(tx, parts);
  if (added === rows && dropped === 0) {
    await addToDays(
      tx,
      parts.map(({ meter, days }) => ({ meter: meter.id, unit: meter.unit, days })),
    );
  } else if (added > 0) {
    const dirty = parts.flatMap(({ meter, days }) =>
      days.map(({ dayNumber }) => [meter.id, dayOfNumber(dayNumber)] as const),
    );
    await rebuild(
      tx,
      dirty.map(([meter]) => meter),
      dirty.map(([, day]) => day),
    );
  }
}

const readingsOf = ({ readings, pairs = [] }: ReceiveReadings['meters'][number]): readonly ReceivedReading[] =>
  readings ?? pairs.map(([at, value]) => ({ at, value }));

const isNow = ({ to }: Instrument): boolean => to === null;

/** What was said of which meter when, however the sender named the meter or laid out its text. */
function hashOf(parts: readonly Part[]): string {
  const hash = createHash('sha256');
  for (const { meter, columns, lists } of parts) {
    hash.update(`${meter.id} ${lists.at} ${lists.value}`);
    columns.quality.forEach((quality, i) => quality === qualityCode.estimated && hash.update(` ${i}`));
  }
  return hash.digest('hex');
}
