/** What one file may cost. Every point where files come in declares its own, these are the defaults (SEC-FI-01). */
export interface ReadBudget {
  readonly fileBytes: number;
  /** Entries of an archive, by its directory. */
  readonly entries: number;
  /** Bytes of everything unpacked, by the directory and again while unpacking. */
  readonly unpackedBytes: number;
  /** Unpacked by packed bytes of one entry above a megabyte. Spreadsheets lie around 10, empty formatted rows near 100. */
  readonly ratio: number;
  /** Filled rows, headers included. */
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  /** Memory of the reading thread in megabytes. */
  readonly threadMb: number;
  /** Time the reading thread may spend on one portion of rows. */
  readonly threadMillis: number;
}

export const readBudget: ReadBudget = {
  fileBytes: 100 * 1024 * 1024,
  entries: 500,
  unpackedBytes: 1024 * 1024 * 1024,
  ratio: 250,
  rows: 200_010,
  columns: 512,
  cellCharacters: 32_767,
  threadMb: 512,
  threadMillis: 60_000,
};
