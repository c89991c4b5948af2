import { fenFromYuan, shanghaiParts, yuanToEdit } from '../formatters.ts';
import type { Field } from '../room.ts';
import type { KitKey } from '../words/words.zh.ts';

/** A chosen row of a picker: what is sent, and what is read. */
export interface Picked {
  readonly id: string;
  readonly label: string;
}

/** What is said under a field: its help, and what the form filled in itself. */
export const helpOf = ({ kind, initial, help }: Field): Field['help'] =>
  kind === 'day' && initial === 'today'
    ? {
        zh: `${help ? `${help.zh}；` : ''}已填今天，可更改`,
        en: `${help ? `${help.en}; ` : ''}today is filled in; it may be changed`,
      }
    : help;

/** What a field holds while it is edited; numbers and amounts stay text until they are sent. */
export type Raw = string | boolean | Picked | readonly Picked[] | undefined;
export type RawValues = Readonly<Record<string, Raw>>;

/** What is wrong with the shape of a field. Whether it is allowed is the server's to say. */
export interface FieldError {
  readonly field: string;
  readonly key: KitKey;
  readonly data?: Readonly<Record<string, string | number>>;
}

export const isPicked = (raw: unknown): raw is Picked =>
  typeof raw === 'object' && raw !== null && 'id' in raw && 'label' in raw;

/** Several choices are edited as their keys in one line, in the order of the choices. */
export const chosenIn = (raw: Raw): readonly string[] => (typeof raw === 'string' && raw !== '' ? raw.split(',') : []);

/** Things chosen from a list, or files that were brought and wait for their act. */
export const broughtIn = (raw: unknown): readonly Picked[] => (Array.isArray(raw) ? raw.filter(isPicked) : []);

/** Turns a value of the input (fen, id, number) into what is edited. */
export function rawOf(field: Field, value: unknown): Raw {
  if (value === undefined || value === null) return field.kind === 'yes-no' ? false : undefined;
  if (isPicked(value)) return value;
  if (field.kind === 'files') return broughtIn(value);
  if (field.kind === 'picks')
    return Array.isArray(value)
      ? value.map((each: unknown) => (isPicked(each) ? each : { id: String(each), label: String(each) }))
      : [];
  if (field.kind === 'day' && value === 'today') return shanghaiParts(Date.now())?.day;
  switch (field.kind) {
    case 'money':
      return yuanToEdit(Number(value));
    case 'yes-no':
      return value === true;
    case 'choices':
      return Array.isArray(value) ? value.join(',') : undefined;
    case 'instant': {
      const at = shanghaiParts(String(value));
      return at ? `${at.day}T${at.clock.slice(0, 5)}` : undefined;
    }
    case 'unit':
    case 'person':
    case 'pick':
      return { id: String(value), label: String(value) };
    default:
      return String(value);
  }
}

const isEmpty = (raw: Raw) => raw === undefined || raw === '' || (typeof raw === 'string' && raw.trim() === '');

/** The value to be sent, or what is wrong. A field left empty that need not be filled gives `undefined`. */
export function parsed(field: Field, raw: Raw): { value: unknown } | { wrong: Omit<FieldError, 'field'> } {
  if (field.kind === 'yes-no') return { value: raw === true };
  if (field.kind === 'choices') {
    const keys = chosenIn(raw);
    return keys.length === 0 && field.required !== false ? { wrong: { key: 'requiredField' } } : { value: keys };
  }
  if (field.kind === 'files' || field.kind === 'picks') {
    const ids = broughtIn(raw).map(({ id }) => id);
    return ids.length === 0 && field.required !== false ? { wrong: { key: 'requiredField' } } : { value: ids };
  }
  if (isEmpty(raw)) return field.required === false ? { value: undefined } : { wrong: { key: 'requiredField' } };
  if (isPicked(raw)) return { value: raw.id };
  const text = String(raw).trim();
  const bounds = (amount: number): { wrong: Omit<FieldError, 'field'> } | undefined => {
    if (field.from !== undefined && amount < Number(field.from))
      return { wrong: { key: 'tooSmall', data: { from: field.from } } };
    if (field.to !== undefined && amount > Number(field.to))
      return { wrong: { key: 'tooLarge', data: { to: field.to } } };
    return undefined;
  };
  switch (field.kind) {
    case 'integer':
    case 'number': {
      const amount = Number(text.replaceAll(/[,，\s]/g, ''));
      if (!Number.isFinite(amount) || (field.kind === 'integer' && !Number.isInteger(amount)))
        return { wrong: { key: 'notANumber' } };
      return bounds(amount) ?? { value: amount };
    }
    case 'money': {
      const fen = fenFromYuan(text);
      return fen === undefined ? { wrong: { key: 'notAnAmount' } } : (bounds(fen / 100) ?? { value: fen });
    }
    case 'instant':
      // What is typed is the clock on the wall of the office.
      return { value: `${text.slice(0, 16)}:00+08:00` };
    case 'password':
      return { value: String(raw) };
    default:
      return { value: text };
  }
}

/** The fields asked now, in order. */
export const asked = (fields: readonly Field[], values: RawValues): readonly Field[] =>
  fields.filter((field) => field.when?.(values) ?? true);

/** All values, or every error at once, in the order of the fields. */
export function parsedAll(
  fields: readonly Field[],
  values: RawValues,
): { input: Record<string, unknown>; errors: FieldError[] } {
  const input: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const field of asked(fields, values)) {
    const outcome = parsed(field, values[field.name]);
    if ('wrong' in outcome) errors.push({ field: field.name, ...outcome.wrong });
    else if (outcome.value !== undefined) input[field.name] = outcome.value;
  }
  return { input, errors };
}

/** What may be kept as a draft: no sensitive field, no password. */
export const keepable = (fields: readonly Field[], values: RawValues): RawValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const field = fields.find((each) => each.name === name);
      return field !== undefined && !field.sensitive && field.kind !== 'password';
    }),
  );
