import { type Id, type Importer, isId } from '@opengoa/kernel';
import { isDay } from '@opengoa/kernel/calendar';
import { NotHourly, readFolder } from './hourly-folder.ts';
import { importHourly } from './import-hourly.ts';

/** `opengoa import energy.hourly <folder> [--map from=2018-01-01] [--map to=2020-01-01] [--map unit=<id>] [--map station=…] [--map calendar=…]` */
export const hourlyImporter: Importer = {
  kind: 'energy.hourly',
  title: { zh: '逐时读数档案', en: 'Archive of hourly readings' },
  who: ['energy-clerk'],
  about: {
    zh: '文件夹内含 buildings.csv、hourly/*.csv(.gz)、weather.csv(.gz)。--map 可用:from、to(不含当日)、unit(机构编号或名称)、station、calendar、keys。',
    en: 'A folder with buildings.csv, hourly/*.csv(.gz), weather.csv(.gz). --map knows: from, to (exclusive), unit (id or name), station, calendar, keys.',
  },
  async run({ path, map, dryRun }, tools) {
    const known = new Set(['from', 'to', 'unit', 'station', 'calendar', 'keys']);
    const problems = Object.keys(map)
      .filter((word) => !known.has(word))
      .map((word) => ({ where: `--map ${word}`, why: { zh: `不认识“${word}”`, en: `"${word}" is not known` } }));
    for (const word of ['from', 'to'])
      if (map[word] !== undefined && !isDay(map[word]))
        problems.push({ where: `--map ${word}`, why: { zh: '不是日期', en: 'no day' } });
    const unit = await tools.reading(async (_tx, { organisation, actor }): Promise<Id | null> => {
      const asked = map['unit'];
      if (asked === undefined) return actor.unit;
      if (isId(asked)) return organisation.unit(asked)?.id ?? null;
      const named = organisation.units.filter(({ name }) => name === asked);
      return named.length === 1 ? named[0]!.id : null;
    });
    if (unit === null) problems.push({ where: '--map unit', why: { zh: '没有这个机构', en: 'no such unit' } });
    if (problems.length > 0 || unit === null) return { state: 'refused', counts: {}, problems };
    try {
      if (dryRun) return { state: 'done', counts: { buildings: readFolder(path).buildings.length }, problems: [] };
      return await importHourly(
        {
          folder: path,
          from: map['from'] ?? null,
          toExclusive: map['to'] ?? null,
          place: ({ id }) => ({ unit, name: id, use: 'unknown', note: '' }),
          station: map['station'] ?? 'main',
          calendar: map['calendar'] ?? 'national',
          keys: map['keys'] ?? '',
        },
        tools,
      );
    } catch (error) {
      if (!(error instanceof NotHourly)) throw error;
      return {
        state: 'refused',
        counts: {},
        problems: [{ where: path, why: { zh: error.message, en: error.message } }],
      };
    }
  },
};
