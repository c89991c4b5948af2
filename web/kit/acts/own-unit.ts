import type { Act, ActObject, Field } from '../room.ts';

interface Begun {
  readonly fields: readonly Field[];
  readonly initial: Readonly<Record<string, unknown>>;
}

interface Unit {
  readonly id: string;
  readonly name: string;
}

/**
 * How the form of an act begins. An act on nothing yet that asks for its unit begins with the unit one acts for, and says so; it may be changed.
 * An act on a thing does not: whose that thing is, it knows itself.
 */
export function withOwnUnit(act: Pick<Act, 'fields' | 'initial'>, object: ActObject, own: Unit | null): Begun {
  const fields = act.fields ?? [];
  const initial = act.initial?.(object) ?? {};
  const asked = fields.find((field) => field.name === 'unit' && field.kind === 'unit');
  // A field that asks for one kind of unit alone may not take one's own.
  const filled = asked && asked.required !== false && !asked.where && asked.initial === undefined ? own : null;
  if (!filled || Object.keys(object).length > 0 || initial['unit'] !== undefined) return { fields, initial };
  return {
    fields: fields.map((field) => (field === asked ? { ...field, help: said(field.help) } : field)),
    initial: { ...initial, unit: { id: filled.id, label: filled.name } },
  };
}

const said = (help: Field['help']): NonNullable<Field['help']> =>
  help
    ? { zh: `${help.zh}；已填本人单位，可更改`, en: `${help.en}; your own unit is filled in and may be changed` }
    : { zh: '已填本人单位，可更改', en: 'Your own unit is filled in; it may be changed' };
