import { type Context, type FactDraft, type Id, newId, refuse, type Refusal, type Tx, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { lifeYearsOf } from '../depreciation/life-years.ts';
import { nextNumbers } from '../papers/next-number.ts';
import { assetFacet, cardOf, isClass } from './card.ts';
import { numbersTaken, serialsBorne, signsOfSerial } from './card-store.ts';
import { type CardBody, CardRegistered, RegisterCard } from './contract.ts';
import { personByName } from './find-person.ts';

/** What is known of one card that comes in: its id, its number, and whether the unit has one of that number. */
export interface CardToCome {
  readonly id: Id;
  readonly number: string;
  readonly taken: boolean;
  /** The number of the unit's card that bears the same serial number. */
  readonly twin?: string;
}

/** Numbers for those that bring none, and which are taken; few statements for many cards. */
export async function cardsToCome(
  tx: Tx,
  inputs: readonly (Pick<RegisterCard, 'unit' | 'number'> & Partial<Pick<RegisterCard, 'serial' | 'serialTwice'>>)[],
  { today }: Pick<Context, 'today'>,
): Promise<CardToCome[]> {
  const brought = inputs.flatMap(({ unit, number }) => (number === undefined ? [] : [{ unit, number }]));
  const taken = await numbersTaken(tx, brought);
  const next = await nextNumbers(tx, 'card', 'ZC', today, inputs.length - brought.length, 6);
  const borne = await serialsBorne(
    tx,
    inputs.flatMap(({ unit, serial = '', serialTwice }) =>
      serial.length < signsOfSerial || serialTwice ? [] : [{ unit, serial }],
    ),
  );
  return inputs.map(({ unit, number: brings, serial = '', serialTwice }) => {
    const number = brings ?? next.shift()!;
    const bears = `${unit} ${serial.toUpperCase()}`;
    const twin = serialTwice ? undefined : borne.get(bears);
    // Of several that come together the first bears it for the others.
    if (serial.length >= signsOfSerial && !borne.has(bears)) borne.set(bears, number);
    return {
      id: newId(),
      number,
      taken: brings !== undefined && taken.has(`${unit} ${brings}`),
      ...(twin === undefined ? {} : { twin }),
    };
  });
}

/** The fact that a card enters the ledger, or why it does not: for every verb that brings one in. */
export function cardRegistered(
  { id, number, taken }: CardToCome,
  { unit, userName, number: _number, serialTwice: _looked, state, ...input }: RegisterCard,
  context: Context,
): FactDraft<CardBody> | Refusal {
  const { organisation, today } = context;
  const at = organisation.unit(unit);
  if (!at || (at.validTo !== null && at.validTo <= today)) return refuse('unit-closed', {}, { status: 409 });
  if (taken) return refuse('card-number-taken', { number }, { status: 409 });
  if (!isClass(input.class, context)) return refuse('class-unknown', { class: input.class });
  if (input.acquiredOn > today) return refuse('day-ahead', { day: input.acquiredOn });
  if (input.department !== null && !organisation.covers(unit, input.department, true))
    return refuse('department-elsewhere');
  const user = userName ? personByName(userName, unit, context) : input.user;
  if (user === undefined || (user !== null && organisation.personName(user) === undefined))
    return refuse('person-unknown', { name: userName ?? '' });
  return CardRegistered.of({
    object: cardOf({ id }),
    unit,
    body: {
      ...input,
      number,
      user,
      lifeYears: input.lifeYears ?? lifeYearsOf(input.class, unit, context),
      state: state ?? (user === null ? 'in-stock' : 'in-use'),
    },
    facets: assetFacet(id, state ?? (user === null ? 'in-stock' : 'in-use')),
  });
}

/** Why a card may not come in, for every verb that brings one. */
export const registerRefusals = [
  'unit-closed',
  'card-number-taken',
  'class-unknown',
  'day-ahead',
  'department-elsewhere',
  'person-unknown',
] as const;

/** 登记资产卡片: one card for one thing, or for several alike. */
export const registerCard = verb('assets.register-card', {
  title: { zh: '登记资产', en: 'Register an asset' },
  input: RegisterCard,
  who: ['assets-clerk'],
  facts: [CardRegistered],
  refusals: [...registerRefusals, 'serial-in-unit', 'repair-by-paper'],
  result: z.strictObject({ card: z.uuid(), number: z.string() }),
  load: async (tx, input, context) => (await cardsToCome(tx, [input], context))[0]!,
  loadMany: (tx, inputs, context) => cardsToCome(tx, inputs, context),
  at: (_known, { unit }) => ({ unit }),
  decide(known, input, context) {
    const made = cardRegistered(known, input, context);
    if ('refused' in made) return made;
    if (known.twin !== undefined)
      return refuse('serial-in-unit', { serial: input.serial, number: known.twin }, { status: 409 });
    if (input.state === 'in-repair') return refuse('repair-by-paper');
    return { facts: [made], result: { card: known.id, number: known.number } };
  },
});
