import {
  type Id,
  type ImportOutcome,
  type ImportTools,
  isRefusal,
  type Refusal,
  sql,
  type VerbAnswer,
  type Words,
} from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import type { BuildingUse, Carrier } from '../contract.ts';
import { portions, sideBySide } from './portions.ts';
import { type FolderBuilding, type HourlyValue, readFolder, readHours } from './hourly-folder.ts';

export interface HourlyImport {
  readonly folder: string;
  /** Days of the archive to take; all of them when null. */
  readonly from: string | null;
  readonly toExclusive: string | null;
  /** How a building of the archive stands here; null leaves it out. */
  place(building: FolderBuilding): HourlyPlace | null;
  /** The weather station whose temperatures the archive brings, and the calendar its buildings keep. */
  readonly station: string;
  readonly calendar: string;
  /** Before a meter's number, so that two archives do not meet: `cambridge/`. */
  readonly keys: string;
  /** Batches under way at once. */
  readonly sideBySide?: number;
}

export interface HourlyPlace {
  readonly unit: Id;
  readonly name: string;
  readonly use: BuildingUse;
  readonly note: string;
}

/** An archive's columns, what they measure here, and what the place of metering is called. */
const columns: readonly { readonly column: string; readonly carrier: Carrier; readonly name: string }[] = [
  { column: 'electricity_kwh', carrier: 'electricity', name: '电力总表' },
  { column: 'gas_kwh', carrier: 'gas', name: '燃气总表' },
];

/** Somebody's rights or a rule stood in the way: the import ends there, and says where. */
class Stopped extends Error {
  readonly where: string;
  readonly refusal: Refusal;
  constructor(where: string, refusal: Refusal) {
    super(`${where}: ${refusal.code} ${JSON.stringify(refusal.data)}`);
    this.where = where;
    this.refusal = refusal;
  }
}

/**
 * Imports a folder of hourly readings (`hourly-folder.ts`): buildings, meters, weather, readings, then a look over every meter for what
 * contradicts itself. Sent again it goes on where it was and adds nothing twice.
 * @returns `counts`: buildings, meters, readings (received), weather, doubts
 * @throws NotHourly for a folder of another layout
 */
export async function importHourly(asked: HourlyImport, tools: ImportTools): Promise<ImportOutcome> {
  const { buildings, weather } = readFolder(asked.folder);
  const counts = { buildings: 0, meters: 0, readings: 0, weather: 0, doubts: 0 };
  const outcome = (state: ImportOutcome['state'], problems: ImportOutcome['problems'] = []): ImportOutcome => ({
    state,
    counts,
    problems,
  });
  const does = async (where: string, name: string, input: unknown): Promise<VerbAnswer> => {
    const answer = await tools.verb(name, input);
    if (isRefusal(answer)) throw new Stopped(where, answer);
    return answer;
  };
  const placed = buildings.flatMap((building) => {
    const place = asked.place(building);
    return place ? [{ building, place }] : [];
  });
  let begun = 0;
  const bring = async (building: FolderBuilding, place: HourlyPlace): Promise<void> => {
    begun += 1;
    const nth = begun;
    const id = await buildingHere(asked, building, place, tools, does);
    counts.buildings += 1;
    for (const { column, carrier, name } of columns) {
      const hours = readHours(building.file, column, asked.from, asked.toExclusive);
      if (hours === null || hours.length === 0) continue;
      const meter = await meterHere(asked, building, id, { carrier, name, hours }, tools, does);
      counts.meters += 1;
      for (const readings of portions(hours)) {
        if (tools.signal.aborted) return;
        await does(building.id, 'energy.receive-readings', { meters: [{ meter, readings }] });
        counts.readings += readings.length;
        tools.progress(nth - 1, placed.length, soFar(counts.readings));
      }
      const looked = await does(building.id, 'energy.question-readings', {
        meter,
        from: hours[0]!.at.slice(0, 10),
        toExclusive: addDays(hours.at(-1)!.at.slice(0, 10), 1),
      });
      counts.doubts += looked.facts.length;
    }
  };
  const width = asked.sideBySide ?? 4;
  try {
    // Batches of one meter wait for each other, so buildings go side by side.
    await sideBySide(width, placed, ({ building, place }) => bring(building, place), tools.signal);
    const temperatures = weather === null ? null : readHours(weather, 'air_temperature', asked.from, asked.toExclusive);
    await sideBySide(
      width,
      portions(temperatures ?? []),
      async (part) => {
        const readings = part.map(({ at, value }) => ({ at, temperatureC: value }));
        await does('weather', 'energy.receive-weather', { station: asked.station, readings });
        counts.weather += readings.length;
      },
      tools.signal,
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return outcome('refused', [{ where: error.where, why: { zh: error.message, en: error.message } }]);
  }
  tools.progress(placed.length, placed.length, soFar(counts.readings));
  return outcome(tools.signal.aborted ? 'stopped' : 'done');
}

type Does = (where: string, name: string, input: unknown) => Promise<VerbAnswer>;

/** The building of this name and unit, registered when it is not there. */
async function buildingHere(
  { station, calendar }: HourlyImport,
  { id, areaM2, floors }: FolderBuilding,
  { unit, name, use, note }: HourlyPlace,
  { reading }: ImportTools,
  does: Does,
): Promise<Id> {
  const there = await reading((tx) =>
    tx.maybe<{ id: Id }>(sql`select id from energy.building where unit_id = ${unit} and name = ${name}`),
  );
  if (there) return there.id;
  const answer = await does(id, 'energy.register-building', {
    unit,
    name,
    use,
    areaM2,
    floors,
    station,
    calendar,
    note,
  });
  return answer.facts[0]!.object.id;
}

async function meterHere(
  { keys }: HourlyImport,
  { id }: FolderBuilding,
  building: Id,
  { carrier, name, hours }: { carrier: Carrier; name: string; hours: readonly HourlyValue[] },
  { reading }: ImportTools,
  does: Does,
): Promise<Id> {
  const key = `${keys}${id}/${carrier}`;
  const there = await reading((tx) =>
    tx.maybe<{ id: Id }>(sql`select meter_id as id from energy.instrument where key = ${key} and to_at is null`),
  );
  if (there) return there.id;
  const validFrom = `${hours[0]!.at.slice(0, 4)}-01-01`;
  const answer = await does(id, 'energy.register-meter', {
    building,
    name,
    carrier,
    measure: 'kWh',
    key,
    intervalMinutes: 60,
    validFrom,
  });
  return answer.facts[0]!.object.id;
}

const soFar = (readings: number): Words => ({
  zh: `已导入读数 ${readings.toLocaleString('en')}`,
  en: `${readings.toLocaleString('en')} readings in`,
});
