/** Where a sealed value lives. A ciphertext moved to another table, row or column does not open (SEC-CR-05). */
export interface SealPlace {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}
