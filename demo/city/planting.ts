/**
 * What was planted in the year, for whoever scores the rules: the loader writes none of it, and no kit can read it.
 * A `harm` is something that ought to be asked about; the others look like it and are innocent.
 */
export interface Planting {
  readonly kit: string;
  readonly about:
    | { readonly kind: 'trip'; readonly plate: string; readonly departedAt: number }
    | { readonly kind: 'vehicle'; readonly plate: string; readonly month: string }
    | { readonly kind: 'meter'; readonly key: string }
    | { readonly kind: 'building'; readonly name: string }
    /** A line of what a unit reports: `电`, `水`. The unit by its key. */
    | { readonly kind: 'line'; readonly unit: string; readonly line: string }
    /** A card of the ledger of things, by its number. */
    | { readonly kind: 'card'; readonly number: string }
    /** A unit by its key; and what it has or buys of one kind: an item of the standard of equipment, or the beginning of a class. */
    | { readonly kind: 'unit'; readonly unit: string }
    | { readonly kind: 'unit-class'; readonly unit: string; readonly of: string }
    /** A room as the whole city calls it: `综合楼 305`. */
    | { readonly kind: 'room'; readonly key: string }
    /** A lease by who has the rooms, or by the premises that are rented in. */
    | { readonly kind: 'lease'; readonly name: string };
  readonly harm: boolean;
  /** Really so, and the harm of another kit's planting: whoever asks is right, whoever does not has missed nothing of its own. */
  readonly also?: true;
  /** What was done, in words, and how much of it. */
  readonly what: string;
  readonly size: string;
}

export const monthOf = (minute: number): string => new Date(minute * 60_000 + 8 * 3_600_000).toISOString().slice(0, 7);
