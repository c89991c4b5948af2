import { sql } from '../database/sql.ts';
import { z } from 'zod';
import { newId } from '../id.ts';
import { nobody } from '../actor.ts';
import type { Kernel } from '../kernel.ts';
import { PersonRegistered, UnitFounded } from '../organisation/contract.ts';
import { refuse } from '../refusal.ts';
import { RightConfirmed, RightProposed } from '../rights/contract.ts';
import { verb } from '../verbs/verb.ts';
import { AccountCreated, ClaimFirstAdministrator, PasswordChanged } from './contract.ts';
import { aside } from './identity-store.ts';
import { identitySettings } from './identity-settings.ts';
import { isNameForm } from './name-form.ts';
import { newPassword } from './new-password.ts';
import { followUp, sessionDoor } from './session-door.ts';
import { newPaperCode, paperCodeHash } from './session-token.ts';
import { noteFailure } from './sign-in.ts';
import { dayOf } from '../calendar/calendar.ts';

/**
 * Offers the one-time code of an empty installation (SEC-ID-13); every start offers a new one until it is claimed.
 * @returns the code to print, or null when there is an account already
 */
export async function offerFirstAdministrator(kernel: Kernel): Promise<{ code: string; expiresAt: Date } | null> {
  const code = newPaperCode();
  const now = kernel.clock();
  const { firstCodeHours } = identitySettings(kernel.registers.standards(), dayOf(now));
  const expiresAt = new Date(now.getTime() + firstCodeHours * 3_600_000);
  const offered = await aside(kernel, null, (tx) =>
    tx.one<{ offered: boolean }>(
      sql`select kernel.offer_first_administrator(${paperCodeHash(code)}, ${now}, ${expiresAt}) as offered`,
    ),
  );
  return offered.offered ? { code, expiresAt } : null;
}

/** Whether this installation still waits for its first administrator. */
export const awaitsFirstAdministrator = (kernel: Kernel): Promise<boolean> =>
  aside(
    kernel,
    null,
    async (tx) => (await tx.one<{ awaits: boolean }>(sql`select kernel.awaits_first_administrator() as awaits`)).awaits,
  );

const id = z.uuid();
const Founding = z.strictObject({
  codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  account: id,
  person: id,
  unit: id,
  stored: z.string().max(500),
  ...ClaimFirstAdministrator.pick({ personName: true, name: true }).shape,
  unitName: z.string(),
  level: ClaimFirstAdministrator.shape.unit.shape.level,
  regionCode: z.string().optional(),
});

/** 首任系统管理员: the code is taken, and the first unit, person, account and office come to be, all in one transaction. */
export const foundHouse = verb('kernel.found-house', {
  title: { zh: '首任系统管理员', en: 'Found the house' },
  input: Founding,
  who: ['system-admin'],
  internal: true,
  facts: [UnitFounded, PersonRegistered, AccountCreated, RightProposed, RightConfirmed, PasswordChanged],
  refusals: ['claim-failed'],
  secrets: ['codeHash', 'stored'],
  async load(tx, { codeHash, account }, { now }) {
    const { taken } = await tx.one<{ taken: boolean }>(
      sql`select kernel.claim_first_administrator(decode(${codeHash}, 'hex'), ${account}, ${now}) as taken`,
    );
    return { taken, grant: newId(), history: newId() };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ taken, grant }, input, { today, organisation }) {
    if (!taken) return refuse('claim-failed', {}, { status: 401 });
    const { unit, person, account } = input;
    const right = { grant, role: 'system-admin', unit, post: null, account };
    return [
      ...(organisation.units.length > 0
        ? []
        : [
            UnitFounded.of({
              object: { kind: 'unit', id: unit },
              unit,
              body: {
                id: unit,
                name: input.unitName,
                kind: 'institution',
                level: input.level,
                parent: null,
                from: today,
                ...(input.regionCode ? { regionCode: input.regionCode } : {}),
              },
            }),
          ]),
      PersonRegistered.of({
        object: { kind: 'person', id: person },
        unit,
        subject: person,
        body: { id: person, unit, name: input.personName, from: today },
      }),
      AccountCreated.of({
        object: { kind: 'account', id: account },
        unit,
        body: { account, unit, kind: 'person', name: input.name, person },
      }),
      RightProposed.of({
        object: { kind: 'grant', id: grant },
        unit,
        body: { ...right, below: true, from: today, to: null, proposedBy: null, paper: null },
      }),
      RightConfirmed.of({ object: { kind: 'grant', id: grant }, unit, body: { ...right, confirmedBy: person } }),
      PasswordChanged.of({ object: { kind: 'account', id: account }, unit, body: { account, why: 'first' } }),
    ];
  },
  async also(tx, { history }, { account, stored }, { now }) {
    await tx.run(
      sql`insert into kernel.password (account_id, stored, changed_at) values (${account}, ${stored}, ${now})`,
    );
    await tx.run(
      sql`insert into kernel.password_history (id, account_id, stored, set_at) values (${history}, ${account}, ${stored}, ${now})`,
    );
  },
});

/** The door: whoever holds the printed code becomes the first system administrator, chooses a password, and enrols a factor next. */
export const claimFirstAdministrator = sessionDoor({
  name: 'kernel.claim-first-administrator',
  title: { zh: '首次启用', en: 'Claim the first administrator' },
  input: ClaimFirstAdministrator,
  who: 'anyone',
  refusals: ['claim-failed', 'name-not-fitting', 'password-not-fitting', 'busy'],
  async open(identity, input, from) {
    const { kernel } = identity;
    // Once there is an administrator there is nothing to claim, and nothing is hashed for whoever tries.
    if (!(await awaitsFirstAdministrator(kernel))) return refuse('claim-failed', {}, { status: 401 });
    if (!isNameForm(input.name)) return refuse('name-not-fitting');
    const root = kernel.registers.organisation('').units.find((unit) => unit.parent === null);
    const account = {
      id: newId(),
      person: newId(),
      unit: root?.id ?? newId(),
      name: input.personName,
      accountName: input.name,
    };
    const made = await newPassword(identity, { ...account, person: null }, input.password, from.address);
    if ('refused' in made) return made;
    try {
      const answer = await followUp(
        identity,
        'kernel.found-house',
        {
          codeHash: paperCodeHash(input.code).toString('hex'),
          account: account.id,
          person: account.person,
          unit: account.unit,
          stored: made.stored,
          personName: input.personName,
          name: input.name,
          unitName: input.unit.name,
          level: input.unit.level,
          ...(input.unit.regionCode ? { regionCode: input.unit.regionCode } : {}),
        },
        {
          ...nobody(from.address),
          kind: 'person',
          person: account.person,
          account: account.id,
          name: input.personName,
          grants: [{ role: 'system-admin', unit: account.unit, below: true }],
        },
      );
      await kernel.registers.refresh();
      return answer;
    } catch (error) {
      await noteFailure(identity, from, { account: null, what: 'password', locked: false, sprayed: false });
      throw error;
    }
  },
});
