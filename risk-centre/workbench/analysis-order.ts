import type { ReadBudget } from '@opengoa/kernel/exchange';
import type { Refusal } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/words';
import type { AnalysisPart } from './contract.ts';

/** A file as the thread opens it. */
export interface OrderedFile {
  readonly path: string;
  readonly name: string;
  readonly role: string;
  /** Header -> column, '' to leave it out. */
  readonly said: Readonly<Record<string, string>>;
}

export interface AnalysisOrder {
  readonly method: string;
  readonly files: readonly OrderedFile[];
  readonly settings: Readonly<Record<string, string>>;
  readonly budget: Partial<ReadBudget>;
  readonly most: { readonly answers: number; readonly bad: number };
}

export type Rows = Pick<AnalysisPart, 'answers' | 'bad' | 'read'>;

/** What the thread says; the parent answers `rows` when they are kept. */
export type AnalysisMessage =
  | { readonly say: 'read'; readonly read: number }
  | { readonly say: 'rows'; readonly rows: Rows }
  | { readonly say: 'end'; readonly read: number }
  | { readonly say: 'refused'; readonly refusal: Refusal }
  | { readonly say: 'unfit'; readonly why: Words };
