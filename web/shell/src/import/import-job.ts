import { send, uuid } from '@opengoa/web-kit';

/** 新增 · 变更 · 相同 · 拒绝 */
export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}

export interface RefusedLine {
  readonly line: number;
  readonly problems: readonly {
    readonly column?: string | null;
    readonly header?: string | null;
    /** What the column was taken for. */
    readonly title?: Said | null;
    readonly cell?: string | null;
    readonly value?: unknown;
    readonly message?: Said;
    readonly words?: Said;
    readonly zh?: string;
    readonly en?: string;
  }[];
}

export type Said = string | { readonly zh: string; readonly en: string };

/** How an import stands: `kernel.import`. */
export interface ImportStanding {
  readonly id: string;
  readonly state:
    | 'waiting'
    | 'running'
    | 'judged'
    | 'done'
    | 'stopped'
    | 'refused'
    | 'taken-back'
    | 'part-way'
    | 'undone';
  readonly dry: boolean;
  readonly progress?: { readonly done: number; readonly of: number | null; readonly counts?: Counts } | null;
  readonly counts?: Counts | null;
  /** Columns of the sheet by the headers of the file. */
  readonly mapping?:
    | readonly { readonly header: string; readonly column: string | null; readonly title?: Said | null }[]
    | null;
  readonly refused?: readonly RefusedLine[] | null;
  /** Why the file as a whole was not taken. */
  readonly refusal?: Said | null;
  /** Address of the workbook with the refused rows marked. */
  readonly errors?: string | null;
  readonly may?: readonly string[];
}

export const isRunning = (standing: ImportStanding | undefined): boolean =>
  standing?.state === 'waiting' || standing?.state === 'running';

export const templateOf = (sheet: string): string => `/api/imports/${sheet}/template.xlsx`;

/** Sends the file as it is; the answer is a job, whose standing is asked for until it ends. */
export function sendFile(
  sheet: string,
  file: File,
  how: { readonly dry: boolean; readonly accept: 'all-or-nothing' | 'good-rows' },
): Promise<{ id: string }> {
  const search = new URLSearchParams({ dry: how.dry ? '1' : '0', accept: how.accept, name: file.name });
  return send<{ id: string }>(
    `/api/imports/${sheet}?${search.toString()}`,
    file,
    file.type || typeByName(file.name),
    uuid(),
  );
}

/** Some systems know no type of a file; the ending says it. */
export const typeByName = (name: string): string =>
  name.toLowerCase().endsWith('.csv')
    ? 'text/csv'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const takes = '.xlsx,.csv';
