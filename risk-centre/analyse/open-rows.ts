import {
  type ColumnMapping,
  parsedTable,
  type ReadBudget,
  readTable,
  type SaidMapping,
  type TableShape,
} from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import type { AnalysisRow, AnalysisRows } from './method.ts';

export interface NamedFile {
  readonly path: string;
  /** What people call it. */
  readonly name: string;
}

/** A row that is not analysed, and why. */
export interface BadRow {
  readonly file: string;
  readonly line: number;
  readonly why: Words;
}

export interface OpenRows {
  /** Which column of the file is which. */
  readonly mapping: ColumnMapping;
  /** Good rows, once, as they are read; bad ones are told and passed over. */
  readonly rows: AnalysisRows;
  close(): Promise<void>;
}

/** Readings of a year come in millions, and only one portion of them is held. */
const whole: Partial<ReadBudget> = { fileBytes: 8 * 1024 ** 3, unpackedBytes: 8 * 1024 ** 3, rows: 100_000_000 };

/**
 * Opens a table of a known shape: CSV or xlsx, judged by content, read in a thread of its own by the readers of every import.
 * @param said header of the file -> column of the shape
 * @throws Refused with one of `exchangeRefusals`: no table, a column missing, a mapping that names what is not there
 */
export async function openRows(
  { path, name }: NamedFile,
  shape: TableShape,
  said: SaidMapping,
  tellBad: (bad: BadRow) => void,
  budget: Partial<ReadBudget> = whole,
): Promise<OpenRows> {
  const table = await readTable(path, { budget });
  const close = () => table.close();
  try {
    const { mapping, rows } = await parsedTable(table, shape, { said, findUnit: () => 'unknown' });
    return { mapping, rows: goodRows(rows, shape, name, tellBad), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Parsed = Awaited<ReturnType<typeof parsedTable>>['rows'];

async function* goodRows(
  rows: Parsed,
  { columns }: TableShape,
  file: string,
  tellBad: (bad: BadRow) => void,
): AsyncGenerator<AnalysisRow> {
  for await (const some of rows)
    for (const { raw, values, problems } of some) {
      if (problems.length === 0) {
        yield { file, line: raw.line, values };
        continue;
      }
      const word = (language: 'zh' | 'en') =>
        problems
          .map(({ column, message }) => {
            const title = column === null ? '' : (columns[column]?.title[language] ?? column);
            return title === '' ? message[language] : `${title}${language === 'zh' ? '：' : ': '}${message[language]}`;
          })
          .join(language === 'zh' ? '；' : '; ');
      tellBad({ file, line: raw.line, why: { zh: word('zh'), en: word('en') } });
    }
}
