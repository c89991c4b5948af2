/**
 * What is true of a standard whatever is done with it: a list of dated values, each with scope, unit and source.
 *
 * A standard is never overwritten. A new paper adds a value from its day on, so that last year can be computed again
 * with last year's value, and every value carries the paper it came from.
 */
import type { Day } from '../calendar/calendar.ts';
import type { Words } from '../words.ts';

/** A limit, a factor, a duty (true), a date in the year ('03-31') or a list of words. */
export type StandardValue = number | string | boolean | readonly string[];

/**
 * How a value binds what is observed.
 * `at-most`, `at-least`: the value itself is still allowed; `less-than`, `more-than`: it is not. `is`: equal. `one-of`: among
 * the words. `all-of`: every word must be there. `none`: a factor or reference that limits nothing.
 */
export const bounds = ['at-most', 'at-least', 'more-than', 'less-than', 'is', 'one-of', 'all-of', 'none'] as const;
export type Bound = (typeof bounds)[number];

/**
 * How sure we are that the paper says so. `confirmed`: its own text was read, or two independent sources agree;
 * `single-source`; `recalled`: from memory. A `project-default` is this program's choice and no rule at all.
 */
export const confidences = ['confirmed', 'single-source', 'recalled'] as const;
export type Confidence = (typeof confidences)[number] | 'project-default';

export const levels = ['nation', 'province', 'city', 'county', 'township', 'unit'] as const;
export type ScopeLevel = (typeof levels)[number];

/** Where a value applies. The nation needs no code; anywhere else the code of the administrative division, or of the unit. */
export type Scope = { readonly level: ScopeLevel; readonly code?: string; readonly name?: string };

export type Source = {
  readonly document: string;
  readonly number?: string;
  readonly article?: string;
  readonly published?: Day;
  /** A second paper that says the same. */
  readonly also?: string;
};

/** Leave to be less strict than the upper level, signed by it, for a stretch of days (both ends included). */
export type Waiver = { readonly signedBy: string; readonly from: Day; readonly until: Day; readonly paper: string };

/** One value for the selectors it names; a key it does not name is free. `null`: the paper leaves it to somebody's decision. */
export type Row = {
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly value: StandardValue | null;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly note?: Words;
};

/** What one paper says from one day on, for one scope. */
export type Dated = {
  readonly scope: Scope;
  readonly from: Day;
  /** Last day it holds; open when absent. */
  readonly until?: Day;
  readonly rows: readonly Row[];
  readonly waiver?: Waiver;
  readonly draft?: true;
};

export type Example = {
  readonly on: Day;
  readonly place: readonly string[];
  readonly selector: Readonly<Record<string, string>>;
  /** `null`: no value is expected. */
  readonly expect: StandardValue | null;
};

export type Standard = {
  readonly id: string;
  readonly title: Words;
  readonly about?: Words;
  readonly kind: 'rule' | 'project-default';
  /** Selector keys, in the order of a nested table. */
  readonly by: readonly string[];
  /** One unit, or a unit for each word of the first selector key. */
  readonly unit: string | Readonly<Record<string, string>>;
  readonly bound: Bound | Readonly<Record<string, Bound>>;
  /** Numbers outside these ends are refused in any layer (a lock-out after 500 tries is none). */
  readonly range?: readonly [number, number] | Readonly<Record<string, readonly [number, number]>>;
  readonly dated: readonly Dated[];
  readonly examples: readonly Example[];
};

/** Selector as callers give it; numbers and booleans are compared as their text. */
export type Selector = Readonly<Record<string, string | number | boolean>>;

/** The chain of codes from the nation down to the unit, widest first: plain codes, or what `organisation.place(unit)` answers. */
export type StandardPlace = readonly (string | { readonly code: string; readonly unit?: string })[];

export type Valued = {
  readonly found: true;
  readonly id: string;
  readonly title: Words;
  readonly kind: Standard['kind'];
  readonly value: StandardValue;
  readonly unit: string;
  readonly bound: Bound;
  /** The effective day of the value used: its version. */
  readonly day: Day;
  readonly scope: Scope;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly selector: Readonly<Record<string, string>>;
  readonly waiver?: Waiver;
  readonly note?: Words;
  readonly draft?: true;
};

/**
 * `not-on-that-day`: nothing was in force; `no-such-case`: the table does not speak of this selector;
 * `left-open`: the paper leaves it to a decision (see the note).
 */
export type NoValue = {
  readonly found: false;
  readonly id: string;
  readonly title: Words;
  readonly day: Day;
  readonly reason: 'not-on-that-day' | 'no-such-case' | 'left-open';
  readonly selector: Readonly<Record<string, string>>;
  readonly source?: Source;
  readonly note?: Words;
};

/** The unit, bound or range of a standard whose first selector key decides it. */
export function forItem<T extends string | readonly unknown[]>(
  given: T | Readonly<Record<string, T>>,
  by: readonly string[],
  selector: Readonly<Record<string, string>>,
): T | undefined {
  if (typeof given === 'string' || Array.isArray(given)) return given as T;
  const first = by[0];
  const word = first === undefined ? undefined : selector[first];
  return word === undefined ? undefined : (given as Readonly<Record<string, T>>)[word];
}

/** Does a row speak of this selector? */
export function speaksOf(row: Row, selector: Readonly<Record<string, string>>): boolean {
  return Object.entries(row.when).every(([key, words]) => words.includes(selector[key] ?? ''));
}

/** Could some selector meet both rows? */
export function meet(a: Row, b: Row): boolean {
  return Object.entries(a.when).every(
    ([key, words]) => !b.when[key] || words.some((word) => b.when[key]?.includes(word)),
  );
}

/** Is the local value no weaker than the upper one? A value left open is the weakest there is. */
export function asStrict(bound: Bound, local: StandardValue | null, upper: StandardValue | null): boolean {
  if (upper === null || bound === 'none') return true;
  if (local === null) return false;
  if (Array.isArray(local) && Array.isArray(upper)) {
    if (bound === 'one-of') return local.every((word) => upper.includes(word));
    if (bound === 'all-of') return upper.every((word) => local.includes(word));
    return local.length === upper.length && local.every((word) => upper.includes(word));
  }
  if (bound === 'at-most' || bound === 'less-than') return local <= upper;
  if (bound === 'at-least' || bound === 'more-than') return local >= upper;
  return local === upper;
}
