/** What a building or unit reports of one year: its kind, its size, and its energy as a total and in parts. */

export const energyParts = ['electricity', 'gas', 'steam', 'other'] as const;
export type EnergyPart = (typeof energyParts)[number];

/** A figure that was not reported is null; units are those of the file, energy in one unit throughout. */
export interface AnnualReport {
  /** The building, the same in every year. */
  readonly id: string;
  /** What it is used for, as its peers are told by. */
  readonly kind: string;
  readonly area: number | null;
  /** Floor area of the largest uses, largest first. */
  readonly uses: readonly { readonly use: string; readonly area: number }[];
  /** Energy over area. */
  readonly intensity: number | null;
  /** The same in primary energy. */
  readonly primaryIntensity: number | null;
  /** The same in a year of normal weather. */
  readonly normalIntensity: number | null;
  readonly total: number | null;
  readonly parts: Readonly<Record<EnergyPart, number | null>>;
  /** Share of like buildings, in per cent, that use more, where a certificate says so. */
  readonly standing: number | null;
}
