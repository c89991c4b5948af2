import type { z } from 'zod';
import { formWords } from '../fields.ts';
import { words, type Words } from '../words.ts';

type Issue = z.core.$ZodIssue;

/** Which field does not fit and why: a message and code for machines, words for people. */
export interface UnfitField {
  readonly path: string;
  readonly message: string;
  readonly code: string;
  readonly words: Words;
}

/** Every field that does not fit, at most 50 of them. `input` is what was judged: what is missing is told as missing. */
export const fieldsOf = (error: z.ZodError, input?: unknown): UnfitField[] =>
  error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
    code: issue.code,
    words: isMissing(issue, input) ? missing : wordsOf(issue),
  }));

const missing = words('请填写', 'Fill this in');
const unfit = words('不符合要求', 'Does not fit');

function isMissing({ path }: Issue, input: unknown): boolean {
  let at = input;
  for (const step of path)
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<PropertyKey, unknown>>)[step] : undefined;
  return path.length > 0 && (at === undefined || at === null || at === '');
}

const kinds: Readonly<Record<string, Words>> = {
  number: words('应为数字', 'Must be a number'),
  int: words('应为整数', 'Must be a whole number'),
  string: words('应为文字', 'Must be text'),
  boolean: words('应为是或否', 'Must be yes or no'),
  array: words('应为若干项', 'Must be a list'),
};

const formats: Readonly<Record<string, Words>> = {
  uuid: words('请从列表中选择', 'Choose one from the list'),
  date: words('应为日期，如 2026-03-01', 'Must be a day, such as 2026-03-01'),
  datetime: words('应为日期和时间', 'Must be a day and a time'),
  email: words('应为电子邮箱地址', 'Must be an address of e-mail'),
  url: words('应为网址', 'Must be an address of the web'),
};

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? unfit;
    case 'too_small':
      return bounded(issue, issue.minimum, words('至少', 'at least'), words('不能小于', 'Must not be below'));
    case 'too_big':
      return bounded(issue, issue.maximum, words('最多', 'at most'), words('不能大于', 'Must not be above'));
    case 'invalid_value':
      return words('不在可选范围内', 'Not one of the choices');
    case 'not_multiple_of':
      return words(`应为 ${issue.divisor} 的倍数`, `Must be a multiple of ${issue.divisor}`);
    case 'invalid_format':
      return (
        formWords((issue as { pattern?: string }).pattern) ??
        formats[issue.format] ??
        words('格式不符合要求', 'Does not have the form wanted')
      );
    case 'unrecognized_keys':
      return words('有不认识的内容', 'Holds what is not known here');
    default:
      return unfit;
  }
}

/** Text and lists are told by their length, numbers by their bound: what is kept in fen is told in yuan. */
function bounded(
  { origin, path }: { origin: string; path: PropertyKey[] },
  bound: number | bigint,
  by: Words,
  than: Words,
) {
  if (origin === 'string') return words(`${by.zh} ${bound} 个字`, `Takes ${by.en} ${bound} letters`);
  if (origin === 'array' || origin === 'set') return words(`${by.zh} ${bound} 项`, `Takes ${by.en} ${bound}`);
  const isFen = String(path.at(-1) ?? '').endsWith('Fen');
  const amount = isFen ? Number(bound) / 100 : bound;
  return words(`${than.zh} ${amount}${isFen ? ' 元' : ''}`, `${than.en} ${amount}${isFen ? ' yuan' : ''}`);
}
