import { useEffect, useRef, useState } from 'react';
import { useSession } from '../hooks/session.ts';
import type { Field } from '../room.ts';
import { dropDraft, keepDraft, openDraft, type Draft } from './drafts.ts';
import { quiet } from './quiet.ts';
import { keepable, parsedAll, rawOf, type FieldError, type Raw, type RawValues } from './values.ts';

const QUIET_MS = 300;

export interface Form {
  readonly values: RawValues;
  readonly errors: readonly FieldError[];
  /** Key of the submission, kept with the draft. */
  readonly key: string;
  /** Whether what is shown came back from an earlier visit. */
  readonly restored: boolean;
  readonly touched: boolean;
  set(field: string, value: Raw): void;
  /** The input to send, or `undefined` with all errors set. */
  check(fields?: readonly Field[]): Record<string, unknown> | undefined;
  /** The draft is no longer wanted: sent, or thrown away. */
  drop(): void;
  startOver(): void;
}

const begin = (fields: readonly Field[], initial: Readonly<Record<string, unknown>>): RawValues =>
  Object.fromEntries(fields.map((field) => [field.name, rawOf(field, initial[field.name] ?? field.initial)]));

/**
 * The state of a form with its draft.
 * @param name identifies the draft (`vehicles.request-trip`, or with the object's id); `undefined` keeps none
 */
export function useForm(
  fields: readonly Field[],
  initial: Readonly<Record<string, unknown>> = {},
  name?: string,
): Form {
  const person = useSession().person?.id ?? 'nobody';
  const [draft, setDraft] = useState<Draft>(() => openDraft(person, name ?? ''));
  const [restored, setRestored] = useState(() => name !== undefined && Object.keys(draft.values).length > 0);
  const [values, setValues] = useState<RawValues>(() => ({
    ...begin(fields, initial),
    ...(name ? (draft.values as RawValues) : {}),
  }));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [touched, setTouched] = useState(false);
  const gone = useRef(false);
  const [keeping] = useState(() => quiet(QUIET_MS));

  useEffect(() => {
    if (!name || !touched || gone.current) return undefined;
    const keep = () => {
      if (!gone.current) keepDraft(person, name, { ...draft, values: keepable(fields, values) });
    };
    keeping.later(keep);
    addEventListener('pagehide', keeping.flush);
    return () => removeEventListener('pagehide', keeping.flush);
  }, [name, touched, person, draft, fields, values, keeping]);
  // Closed soon after typing: what waits is kept all the same.
  useEffect(() => keeping.flush, [keeping]);

  const drop = () => {
    gone.current = true;
    if (name) dropDraft(person, name);
  };

  return {
    values,
    errors,
    key: draft.key,
    restored,
    touched,
    set(field, value) {
      gone.current = false;
      setTouched(true);
      setValues((before) => ({ ...before, [field]: value }));
      setErrors((before) => before.filter((error) => error.field !== field));
    },
    check(some = fields) {
      const { input, errors: found } = parsedAll(some, values);
      setErrors(found);
      return found.length === 0 ? input : undefined;
    },
    drop,
    startOver() {
      drop();
      setDraft(openDraft(person, name ?? ''));
      setRestored(false);
      setTouched(false);
      setErrors([]);
      setValues(begin(fields, initial));
    },
  };
}
