import { dataClasses, personalMarks, readColumns, retentions } from '@opengoa/kernel/host';
import { catalogues } from '../columns/catalogued-columns.ts';
import type { House } from '../house.ts';
import { both, code, page, table } from './markdown.ts';

/** Every table that tells of people, column by column, and one line for each that does not. */
export function columnsPage(house: House): string {
  const told = catalogues(house).flatMap((path) => readColumns(house.read(path), path));
  const tables = [...Map.groupBy(told, (each) => each.table)];
  const about = (name: string) => both(retentions[name]?.title ?? { zh: name, en: name });
  return page(
    'Catalogue of data',
    `${told.length} columns of ${tables.length} tables, from \`columns.yaml\` of each room; held against the migrated database by \`npm run check\`. Tables first, then every column that tells of a person or proves one.`,
    `${table(
      ['Table', 'Title', 'Class', 'Level', 'Owner', 'Purpose', 'Kept', 'Columns'],
      tables.map(([name, columns]) => {
        const [first] = columns as [(typeof columns)[number]];
        const { title, owner, retention } = first;
        const plain = columns.find(({ mark }) => mark === 'none') ?? first;
        return [
          code(name),
          both(title),
          both(dataClasses[plain.class]),
          String(plain.level),
          code(owner),
          both(plain.purpose),
          about(retention),
          String(columns.length),
        ];
      }),
    )}\n${table(
      ['Column', 'Mark', 'Level', 'Purpose'],
      told
        .filter(({ mark }) => mark !== 'none')
        .map((each) => [
          code(`${each.table}.${each.column}`),
          both(personalMarks[each.mark]),
          String(each.level),
          both(each.purpose),
        ]),
    )}`,
  );
}
