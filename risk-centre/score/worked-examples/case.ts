/** One worked example of the source: what is given, what is expected, and what our methods answer to it. */
import { near } from '../../methods/worked-examples.ts';

/** What a case gives, read by name. @throws where it is not of that shape: the source has changed */
export interface Given {
  num(name: string): number;
  nums(name: string): number[];
  rows(name: string): number[][];
  text(name: string): string;
  texts(name: string): string[];
  /** What stands below a name. */
  in(name: string): Given;
  each(name: string): Given[];
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A case answered in the names of the source: every value it expects is given, or said to stand beside (`beside`). */
export type Answer = (input: Given, expected: Given, others: (id: string) => Given) => unknown;
export type Answers = Readonly<Record<string, Answer>>;

/** What the source prints and no method of ours is to give: what a naive way gives, or what was handed in. */
export interface Beside {
  readonly beside: string;
}
export const beside = (why: string): Beside => ({ beside: why });

export function given(raw: unknown): Given {
  const record = raw as Readonly<Record<string, unknown>>;
  const read = <T>(name: string, is: (value: unknown) => value is T): T => {
    const value = record[name];
    if (!is(value)) throw new TypeError(`${name} is not of the shape known`);
    return value;
  };
  return {
    num: (name) => read(name, isNumber),
    nums: (name) => read(name, listOf(isNumber)),
    rows: (name) => read(name, listOf(listOf(isNumber))),
    text: (name) => read(name, isText),
    texts: (name) => read(name, listOf(isText)),
    in: (name) => given(read(name, isRecord)),
    each: (name) => read(name, listOf(isRecord)).map(given),
    raw: record,
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(is);

/** Names of values that differ, by their place in what is expected; numbers to 1e-5, or to the rounding of six decimals. */
export function differences(expected: unknown, ours: unknown, at = ''): string[] {
  if (isBeside(ours)) return [];
  if (isNumber(expected))
    return isNumber(ours) && near(expected)(ours) ? [] : [`${at}: ${String(ours)} for ${expected}`];
  if (!isRecord(expected)) return expected === ours ? [] : [`${at}: ${String(ours)} for ${String(expected)}`];
  if (!isRecord(ours)) return [`${at}: no answer`];
  if (Array.isArray(expected) && (!Array.isArray(ours) || ours.length !== expected.length))
    return [`${at}: not as many`];
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(value, ours[name], at === '' ? name : `${at}.${name}`),
  );
}

/** How many single values were compared. */
export function compared(expected: unknown, ours: unknown): number {
  if (isBeside(ours)) return 0;
  if (!isRecord(expected)) return 1;
  return Object.entries(expected).reduce(
    (sum, [name, value]) => sum + compared(value, isRecord(ours) ? ours[name] : undefined),
    0,
  );
}

const isBeside = (value: unknown): value is Beside => isRecord(value) && isText(value['beside']);

/** A result that must be one. */
export function found<Result extends { readonly status: string }>(
  result: Result,
): Exclude<Result, { readonly status: 'insufficient_data' }> {
  if (result.status === 'insufficient_data') throw new Error('insufficient_data');
  return result as Exclude<Result, { readonly status: 'insufficient_data' }>;
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
