import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { read } from '../reads/read.ts';
import { dataClasses, personalMarks, readColumns, type CataloguedColumn } from './read-columns.ts';
import { retentions } from './retention.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

const answer = z.strictObject({
  counts: z.strictObject({ columns: z.int(), personal: z.int(), sensitive: z.int(), secret: z.int() }),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      title: words,
      owner: z.string(),
      retention: words,
      /** Days or hours as the standard writes them now, with the standard's name; empty where rows end with what they belong to. */
      standard: z.string(),
      columns: z.array(
        z.strictObject({
          column: z.string(),
          class: words,
          level: z.int(),
          mark: z.enum(['none', 'personal', 'sensitive', 'secret']),
          markWords: words,
          purpose: words,
        }),
      ),
    }),
  ),
});

/** Every room's `columns.yaml`: it changes with the program and not while it runs, so it is read when it is first asked for. */
function catalogued(kernel: Kernel): readonly CataloguedColumn[] {
  return kernel.rooms.flatMap(({ folder, name }) => {
    const path = join(folder, 'columns.yaml');
    return existsSync(path) ? readColumns(readFileSync(path, 'utf8'), `${name}/columns.yaml`) : [];
  });
}

/** 数据目录: what is kept, how sensitive it is, whose, what for and for how long (SEC-DC-01). It tells of columns, never of rows. */
export const columnsIn = (kernel: Kernel) => {
  let once: readonly CataloguedColumn[] | undefined;
  return read('kernel.columns', {
    title: { zh: '数据目录', en: 'Catalogue of data' },
    query: z.strictObject({ mark: z.enum(['none', 'personal', 'sensitive', 'secret']).optional() }),
    answer,
    who: ['security-admin', 'audit-admin'],
    async fetch(_tx, { mark }) {
      const known = (once ??= catalogued(kernel));
      const tables = Map.groupBy(known, ({ table }) => table);
      const counted = (wanted: string) => known.filter((each) => each.mark === wanted).length;
      return {
        counts: {
          columns: known.length,
          personal: counted('personal'),
          sensitive: counted('sensitive'),
          secret: counted('secret'),
        },
        tables: [...tables].flatMap(([table, all]) => {
          const columns = mark === undefined ? all : all.filter((each) => each.mark === mark);
          if (columns.length === 0) return [];
          const { title, owner, retention } = columns[0]!;
          const kept = retentions[retention]!;
          return [
            {
              table,
              title,
              owner,
              retention: kept.title,
              standard: [kept.standard, kept.item].filter(Boolean).join(' · '),
              columns: columns.map((each) => ({
                column: each.column,
                class: dataClasses[each.class],
                level: each.level,
                mark: each.mark,
                markWords: personalMarks[each.mark],
                purpose: each.purpose,
              })),
            },
          ];
        }),
      };
    },
  });
};
