import { basename } from 'node:path';
import {
  type Id,
  type Importer,
  type ImportOutcome,
  type ImportTools,
  isId,
  isRefusal,
  sql,
  type VerbAnswer,
} from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { Carrier } from '../contract.ts';
import { differingReadings, mostCorrections } from './interval-corrections.ts';
import { intervalFiles, type IntervalLayout, NotIntervals, readIntervals } from './interval-file.ts';
import { portions, sideBySide } from './portions.ts';

interface Asked extends IntervalLayout {
  readonly unit: Id;
  readonly building: string;
  readonly carrier: Carrier;
  readonly minutes: number;
  readonly keys: string;
}

const known = ['time', 'value', 'days', 'kw', 'minutes', 'unit', 'building', 'carrier', 'keys'];

/**
 * `opengoa import energy.intervals <file or folder> --map time=DateTime --map value=RealPower --map kw=yes --map minutes=15 --map days=mdy
 * [--map unit=…] [--map building=…] [--map carrier=electricity] [--map keys=ucsd/]`
 */
export const intervalImporter: Importer = {
  kind: 'energy.intervals',
  title: { zh: '间隔读数文件', en: 'Files of interval readings' },
  who: ['energy-clerk'],
  about: {
    zh: '一块表一个 CSV(.gz) 文件，或一个文件夹。--map 可用:time(时间列)、value(数值列)、days(ymd、mdy 或 dmy)、kw(yes 表示数值为平均功率)、minutes、unit、building(不填则每个文件一座建筑)、carrier、keys。与已有读数不同的行作为更正，原值保留。',
    en: 'One CSV(.gz) a meter, or a folder of them. --map knows: time (column), value (column), days (ymd, mdy or dmy), kw (yes: values are mean power), minutes, unit, building (left out: one for each file), carrier, keys. A row that differs from what was kept is a correction; the earlier value stays.',
  },
  async run({ path, map, dryRun }, tools): Promise<ImportOutcome> {
    const problems = Object.keys(map)
      .filter((word) => !known.includes(word))
      .map((word) => ({ where: `--map ${word}`, why: { zh: `不认识“${word}”`, en: `"${word}" is not known` } }));
    const wrong = (word: string, zh: string, en: string) => problems.push({ where: `--map ${word}`, why: { zh, en } });
    const minutes = Number(map['minutes'] ?? 60);
    if (![5, 10, 15, 30, 60, 1440].includes(minutes))
      wrong('minutes', '须为 5、10、15、30、60 或 1440', '5, 10, 15, 30, 60 or 1440');
    const days = map['days'] ?? 'ymd';
    if (days !== 'ymd' && days !== 'mdy' && days !== 'dmy') wrong('days', '须为 ymd、mdy 或 dmy', 'ymd, mdy or dmy');
    const carrier = Carrier.safeParse(map['carrier'] ?? 'electricity');
    if (!carrier.success) wrong('carrier', '没有这种能源', 'no such carrier');
    const unit = await unitOf(map['unit'], tools);
    if (unit === null) wrong('unit', '没有这个机构', 'no such unit');
    if (problems.length > 0 || unit === null || !carrier.success) return { state: 'refused', counts: {}, problems };
    const asked: Asked = {
      unit,
      minutes,
      carrier: carrier.data,
      days: days as Asked['days'],
      time: map['time'] ?? 'datetime',
      value: map['value'] ?? 'value',
      factor: map['kw'] === 'yes' ? minutes / 60 : 1,
      building: map['building'] ?? '',
      keys: map['keys'] ?? '',
    };
    try {
      return await bringAll(path, asked, tools, dryRun);
    } catch (error) {
      if (!(error instanceof NotIntervals)) throw error;
      return {
        state: 'refused',
        counts: {},
        problems: [{ where: path, why: { zh: error.message, en: error.message } }],
      };
    }
  },
};

async function bringAll(path: string, asked: Asked, tools: ImportTools, dryRun: boolean): Promise<ImportOutcome> {
  const counts = { meters: 0, readings: 0, repeated: 0, doubtful: 0, corrected: 0 };
  const files = intervalFiles(path);
  if (files.length === 0) throw new NotIntervals(`${path}: no .csv or .csv.gz`);
  const does = async (name: string, input: unknown): Promise<VerbAnswer> => {
    const answer = await tools.verb(name, input);
    if (isRefusal(answer)) throw new NotIntervals(`${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer;
  };
  // Buildings come before what goes side by side, so that two files of one building do not both register it.
  const placed: { name: string; file: string; building: Id | null }[] = [];
  for (const each of files)
    placed.push({
      ...each,
      building: dryRun ? null : await buildingHere(asked.building || each.name, asked, tools, does),
    });
  await sideBySide(
    4,
    placed,
    async ({ name, file, building }) => {
      const { values, repeated } = readIntervals(file, asked);
      counts.meters += 1;
      counts.repeated += repeated;
      if (dryRun || building === null) {
        counts.readings += values.length;
        return;
      }
      if (values.length === 0) return;
      const meter = await meterHere(`${asked.keys}${name}`, building, values[0]!.at.slice(0, 10), asked, tools, does);
      const differing: (typeof values)[number][] = [];
      for (const readings of portions(values))
        differing.push(...(await tools.reading((tx) => differingReadings(tx, meter, readings))));
      if (differing.length > mostCorrections)
        throw new NotIntervals(
          `${basename(file)}: ${differing.length} 个读数与已有的不同，请核对单位、表号和时间 · ${differing.length} readings differ from those kept; check unit, meter and times`,
        );
      for (const readings of portions(values)) {
        if (tools.signal.aborted) return;
        const { result } = await does('energy.receive-readings', { meters: [{ meter, readings }] });
        counts.readings += readings.length;
        counts.doubtful += (result as { doubtful: number }).doubtful;
        tools.progress(counts.meters - 1, files.length, {
          zh: `已导入读数 ${counts.readings.toLocaleString('en')}`,
          en: `${counts.readings.toLocaleString('en')} readings in`,
        });
      }
      // What was kept stays in the correction beside what counts from now on.
      for (const { at, value } of differing) {
        if (tools.signal.aborted) return;
        await does('energy.correct-reading', { meter, at, value, why: `文件更正 ${basename(file)}`.slice(0, 200) });
        counts.corrected += 1;
      }
      const last = values.at(-1)!.at.slice(0, 10);
      await does('energy.question-readings', {
        meter,
        from: values[0]!.at.slice(0, 10),
        toExclusive: addDays(last, 1),
      });
    },
    tools.signal,
  );
  tools.progress(files.length, files.length);
  return { state: tools.signal.aborted ? 'stopped' : 'done', counts, problems: [] };
}

const unitOf = (asked: string | undefined, { reading }: ImportTools): Promise<Id | null> =>
  reading(async (_tx, { organisation, actor }) => {
    if (asked === undefined) return actor.unit;
    if (isId(asked)) return organisation.unit(asked)?.id ?? null;
    const named = organisation.units.filter(({ name }) => name === asked);
    return named.length === 1 ? named[0]!.id : null;
  });

type Does = (name: string, input: unknown) => Promise<VerbAnswer>;

async function buildingHere(name: string, { unit }: Asked, { reading }: ImportTools, does: Does): Promise<Id> {
  const there = await reading((tx) =>
    tx.maybe<{ id: Id }>(sql`select id from energy.building where unit_id = ${unit} and name = ${name}`),
  );
  return there?.id ?? (await does('energy.register-building', { unit, name })).facts[0]!.object.id;
}

async function meterHere(
  key: string,
  building: Id,
  first: string,
  { carrier, minutes }: Asked,
  { reading }: ImportTools,
  does: Does,
): Promise<Id> {
  const there = await reading((tx) =>
    tx.maybe<{ id: Id }>(sql`select meter_id as id from energy.instrument where key = ${key} and to_at is null`),
  );
  if (there) return there.id;
  const described = { building, name: key, carrier, key, intervalMinutes: minutes, validFrom: first };
  return (await does('energy.register-meter', described)).facts[0]!.object.id;
}
