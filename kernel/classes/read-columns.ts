import { parse } from 'yaml';
import { z } from 'zod';
import type { Words } from '../words.ts';

/** 核心/重要/一般 of 数据分类分级规则. A node that holds core data is not what this program is for: the class is told so that nobody invents another. */
export const dataClasses: Readonly<Record<DataClass, Words>> = {
  core: { zh: '核心数据', en: 'Core' },
  important: { zh: '重要数据', en: 'Important' },
  general: { zh: '一般数据', en: 'General' },
};
export type DataClass = 'core' | 'important' | 'general';

/** `secret` is what proves somebody (hashes, sealed secrets, keys): no page and no file ever shows it. */
export const personalMarks: Readonly<Record<PersonalMark, Words>> = {
  none: { zh: '非个人信息', en: 'Not personal' },
  personal: { zh: '个人信息', en: 'Personal' },
  sensitive: { zh: '敏感个人信息', en: 'Sensitive personal' },
  secret: { zh: '鉴别信息', en: 'Proof of identity' },
};
export type PersonalMark = 'none' | 'personal' | 'sensitive' | 'secret';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const dataClass = z.enum(['core', 'important', 'general']);
const mark = z.enum(['none', 'personal', 'sensitive', 'secret']);
const level = z.int().min(1).max(4);

const marked = z.strictObject({
  class: dataClass.optional(),
  level: level.optional(),
  mark: mark.optional(),
  /** What this one is collected for, where the table's purpose does not say it. Owed by each personal column. */
  purpose: words.optional(),
});

const tableShape = z.strictObject({
  title: words,
  class: dataClass,
  level,
  /** The role that answers for these data. */
  owner: z.string().min(1),
  purpose: words,
  /** A line of `kernel.retention`: how long, and what ends it. */
  retention: z.string().min(1),
  /** Columns of the table's own class that tell nothing of a person. */
  plain: z.array(z.string()).default([]),
  columns: z.record(z.string(), marked).default({}),
});

const fileShape = z.strictObject({ tables: z.record(z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/), tableShape) });

/** One column of a table as the room's catalogue tells of it (SEC-DC-01). */
export interface CataloguedColumn {
  readonly table: string;
  readonly column: string;
  readonly title: Words;
  readonly class: DataClass;
  /** 1 lowest to 4 highest within its class. */
  readonly level: number;
  readonly mark: PersonalMark;
  readonly owner: string;
  readonly purpose: Words;
  readonly retention: string;
}

export class CatalogueRefused extends Error {}

/**
 * Reads `columns.yaml` of a room.
 * @throws CatalogueRefused when it does not fit its shape, tells twice of a column, or marks one personal and says no purpose
 */
export function readColumns(text: string, path: string): CataloguedColumn[] {
  const read = fileShape.safeParse(parse(text));
  if (!read.success)
    throw new CatalogueRefused(
      `${path}: ${read.error.issues.map((at) => `${at.path.join('.')} ${at.message}`).join('; ')}`,
    );
  return Object.entries(read.data.tables).flatMap(([table, told]) => {
    const names = [...told.plain, ...Object.keys(told.columns)];
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new CatalogueRefused(`${path}: ${table}.${twice} is told of twice`);
    return names.map((column) => {
      const own = told.columns[column] ?? {};
      const { title, owner, retention } = told;
      const about = {
        table,
        column,
        title,
        owner,
        retention,
        class: own.class ?? told.class,
        level: own.level ?? told.level,
      };
      if (own.mark !== undefined && own.mark !== 'none' && !own.purpose)
        throw new CatalogueRefused(`${path}: ${table}.${column} is marked ${own.mark} and says no purpose`);
      return { ...about, mark: own.mark ?? 'none', purpose: own.purpose ?? told.purpose };
    });
  });
}
