import { send, uuid } from '@opengoa/web-kit';
import type { ImportStanding } from '@opengoa/web-kit/doors';

export type { ImportStanding };
export type Counts = NonNullable<ImportStanding['counts']>;
export type RefusedLine = NonNullable<ImportStanding['refused']>[number];

export const isRunning = (standing: ImportStanding | undefined): boolean => standing?.state === 'running';

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
