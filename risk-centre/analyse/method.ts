import type { AnyRow, TableShape } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';

/** A good row of a file, in the method's own columns. */
export interface AnalysisRow {
  readonly file: string;
  /** As a spreadsheet program counts. */
  readonly line: number;
  readonly values: AnyRow;
}

export type AnalysisRows = AsyncIterable<AnalysisRow>;

/** One line of the output: the method's own columns, and what all methods say. */
export interface AnalysisAnswer {
  readonly values: Readonly<Record<string, string | number | null>>;
  /** In [0, 1]; null where the data do not allow one. */
  readonly score: number | null;
  readonly flag: 0 | 1;
  readonly reason: Words;
}

export interface AnalysisTools {
  /** Passes over a row that read well and makes no sense all the same, and says why. */
  passOver(row: AnalysisRow, why: Words): void;
}

/** What can be run over files: `opengoa analyse <name>`. It knows columns and numbers, no file format and no database. */
export interface AnalysisMethod {
  readonly name: string;
  readonly about: Words;
  readonly input: TableShape;
  /** Further files, each by its flag. */
  readonly files?: Readonly<Record<string, TableShape>>;
  /** Further flags with a value, and what they say. */
  readonly settings?: Readonly<Record<string, Words>>;
  /** Columns of the output before `score`, `flag` and `reason`. */
  readonly output: readonly string[];
  /** @throws SettingRefused where a setting makes no sense */
  run(
    rows: AnalysisRows,
    files: Readonly<Record<string, AnalysisRows | undefined>>,
    settings: Readonly<Record<string, string | undefined>>,
    tools: AnalysisTools,
  ): AsyncGenerator<AnalysisAnswer>;
}

/** The value of a setting makes no sense; the words say what would. */
export class SettingRefused extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(`${words.zh} ${words.en}`);
    this.words = words;
  }
}
