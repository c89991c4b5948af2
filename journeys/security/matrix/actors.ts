import { createHash } from 'node:crypto';
import { newId } from '@opengoa/kernel';
import { requestProof } from '@opengoa/kernel/host';
import type { PoolClient } from 'pg';
import type { Town } from '../town.ts';
import { Visitor } from '../visitor.ts';
import { behindTheWalls, hire, turnOrganisation, type Hired, type Place, type Places } from './places.ts';

export const businessRoles = [
  'staff',
  'clerk',
  'head',
  'leader',
  'dispatcher',
  'driver',
  'fleet-clerk',
  'energy-clerk',
  'space-clerk',
  'assets-clerk',
  'risk-officer',
  'inspector',
  'superior',
] as const;
export const officeRoles = ['system-admin', 'security-admin', 'audit-admin'] as const;
export const allRoles = [...businessRoles, ...officeRoles] as const;
export type Role = (typeof allRoles)[number];

/** What the reviewed file calls people by their part in a thing. */
export const partNames = ['asker', 'holder', 'driver', 'second-driver', 'owner'] as const;
export type Part = (typeof partNames)[number];

/** Somebody at the doors: with one right at 临江市, with a part in the things of one place, or with nothing. */
export interface Actor {
  readonly name: string;
  /** The one right; `below` when it covers the tree. */
  readonly right: { readonly role: Role; readonly below: boolean } | null;
  /** Part in the things of that place. */
  readonly part: { readonly of: Part; readonly place: Place } | null;
  /** A machine has no part in anything and is nobody's stand-in. */
  readonly kind: 'person' | 'machine' | 'nobody' | 'ended';
  /** Headers that say who it is. */
  readonly headers: Readonly<Record<string, string>>;
}

const digest = (label: string, token: string) => createHash('sha256').update(`${label}\0`).update(token).digest();

/** A session of the account, as signing in would leave it; the second factor shown just now. */
export async function sessionOf(
  client: PoolClient,
  { account, person, unit, post, standInFor = null, at }: SessionOf,
): Promise<string> {
  const token = createHash('sha256').update(newId()).digest('base64url');
  await client.query(
    `insert into kernel.session (node_id, id, unit_id, account_id, person_id, token_hash, post_id, stand_in_for, method, opened_at, active_at, factor_at)
     values (1, $1, $2, $3, $4, $5, $6, $7, 'oidc', $8, $8, $8)`,
    [newId(), unit, account, person, digest('opengoa token', token), post, standInFor, at],
  );
  return token;
}

interface SessionOf {
  readonly account: string;
  readonly person: string;
  readonly unit: string;
  readonly post: string | null;
  readonly standInFor?: string | null;
  readonly at: Date;
}

export async function accountOf(
  client: PoolClient,
  { person, unit, name }: Pick<Hired, 'person' | 'unit' | 'name'>,
  at: Date,
) {
  const account = newId();
  await client.query(
    `insert into kernel.account (node_id, id, unit_id, person_id, kind, name, folded_name, created_at) values (1, $1, $2, $3, 'person', $4, $4, $5)`,
    [account, unit, person, `account ${name} ${account}`, at],
  );
  await client.query(
    "insert into kernel.second_factor (node_id, account_id, secret_sealed, confirmed_at) values (1, $1, 'sealed', $2)",
    [account, at],
  );
  return account;
}

const browser = (origin: string, token: string): Record<string, string> => ({
  cookie: `opengoa=${token}`,
  origin,
  'sec-fetch-site': 'same-origin',
  'x-request-proof': requestProof(token),
});

/**
 * Everybody of the matrix: each role at 临江市 exactly and with all below, a stand-in for each, people with a part in the things of every
 * place, people who lost their post, one without any right, a machine, a stranger. They come after the things were made, so that no task
 * of the things is theirs by accident.
 * @param owners accounts among the things of the places
 * @param at the moment of the house
 */
export async function everybody(
  town: Town,
  places: Places,
  owners: Readonly<Record<string, { readonly account: string; readonly person: string }>>,
  at: Date,
): Promise<Actor[]> {
  const unit = places.same.unit;
  const found = await behindTheWalls(town, async (client) => {
    const actors: Actor[] = [];
    const signedIn = async (hired: Hired, session: Partial<SessionOf> = {}) => {
      const account = await accountOf(client, hired, at);
      const token = await sessionOf(client, {
        account,
        at,
        person: hired.person,
        unit: hired.unit,
        post: hired.post,
        ...session,
      });
      return browser(town.origin, token);
    };
    for (const role of allRoles) {
      for (const below of [false, true]) {
        const name = `${role} ${below ? 'with all below' : 'exactly'}`;
        const hired = await hire(client, { unit, name, role, below });
        actors.push({ name, right: { role, below }, part: null, kind: 'person', headers: await signedIn(hired) });
        if (!below || (officeRoles as readonly string[]).includes(role)) continue;
        const other = await hire(client, { unit: places.sibling.unit, name: `stand-in for ${role}` });
        await client.query(
          "insert into kernel.stand_in (node_id, id, person_id, for_person_id, reason, valid_from, valid_to) values (1, $1, $2, $3, '休假', '2026-03-01', '2026-04-01')",
          [newId(), other.person, hired.person],
        );
        const headers = await signedIn(other, { post: hired.post, standInFor: hired.person });
        actors.push({ name: other.name, right: { role, below }, part: null, kind: 'person', headers });
      }
    }
    const nobodys = await hire(client, { unit, name: 'without any right' });
    actors.push({ name: nobodys.name, right: null, part: null, kind: 'person', headers: await signedIn(nobodys) });
    for (const [name, role] of [
      ['former official', businessRoles],
      ...officeRoles.map((each) => [`former ${each}`, [each]] as const),
    ] as const) {
      const left = await hire(client, { unit, name, role, below: true, to: '2026-03-05' });
      actors.push({
        name: `${name}, session of before`,
        right: null,
        part: null,
        kind: 'ended',
        headers: await signedIn(left),
      });
      const again = await hire(client, { unit, name: `${name} again`, role, below: true, to: '2026-03-05' });
      const headers = await signedIn(again, { post: null });
      actors.push({ name: `${name}, signed in again`, right: null, part: null, kind: 'person', headers });
    }
    for (const [name, dates] of [
      ['right that ended yesterday', ['2020-01-01', '2026-03-05', true]],
      ['right that begins tomorrow', ['2026-03-06', null, true]],
      ['right that nobody confirmed', ['2020-01-01', null, false]],
    ] as const) {
      const hired = await hire(client, { unit, name });
      const [first, last, confirmed] = dates;
      for (const role of businessRoles)
        await client.query(
          'insert into kernel.grant_ (node_id, id, role, unit_id, below, post_id, valid_from, valid_to, granted_by, confirmed_by) values (1, $1, $2, $3, true, $4, $5, $6, $7, $8)',
          [newId(), role, unit, hired.post, first, last, newId(), confirmed ? newId() : null],
        );
      actors.push({ name, right: null, part: null, kind: 'person', headers: await signedIn(hired) });
    }
    for (const place of Object.values(places)) {
      const parts: [Part, string][] = [
        ['asker', place.locals.asker],
        ['holder', place.locals.head],
        ['driver', place.locals.drivers[0]!],
        ['second-driver', place.locals.drivers[1]!],
      ];
      for (const [of, person] of parts) {
        const name = `${of} of ${place.relation}`;
        const account = await accountOf(client, { person, unit: place.unit, name }, at);
        // Signed in without any post: what is seen is theirs by their part alone.
        const token = await sessionOf(client, { account, person, unit: place.unit, post: null, at });
        actors.push({ name, right: null, part: { of, place }, kind: 'person', headers: browser(town.origin, token) });
      }
    }
    for (const place of Object.values(places)) {
      const { account, person } = owners[place.relation]!;
      const token = await sessionOf(client, { account, person, unit: place.unit, post: null, at });
      const name = `owner of ${place.relation}`;
      actors.push({
        name,
        right: null,
        part: { of: 'owner', place },
        kind: 'person',
        headers: browser(town.origin, token),
      });
    }
    actors.push(await machine(client, unit, at));
    await turnOrganisation(client);
    return actors;
  });
  await town.at.kernel.registers.refresh();
  return [
    ...found,
    {
      name: 'a stranger',
      right: null,
      part: null,
      kind: 'nobody',
      headers: { origin: town.origin, 'sec-fetch-site': 'same-origin' },
    },
  ];
}

/** A machine whose account may dispatch and keep the fleet, with a key for dispatching alone. */
async function machine(client: PoolClient, unit: string, at: Date): Promise<Actor> {
  const account = newId();
  await client.query(
    "insert into kernel.account (node_id, id, unit_id, kind, name, folded_name, created_at) values (1, $1, $2, 'machine', 'machine of the matrix', 'machine of the matrix', $3)",
    [account, unit, at],
  );
  for (const role of ['dispatcher', 'fleet-clerk'])
    await client.query(
      'insert into kernel.grant_ (node_id, id, role, unit_id, below, account_id, valid_from, granted_by, confirmed_by) values (1, $1, $2, $3, true, $4, $5, $6, $7)',
      [newId(), role, unit, account, '2020-01-01', newId(), newId()],
    );
  const { key, hash } = newKey();
  await client.query(
    `insert into kernel.machine_key (node_id, id, unit_id, account_id, title, key_hash, scope, created_at, valid_to)
     values (1, $1, $2, $3, 'matrix', $4, array['dispatcher'], $5, '2026-06-01')`,
    [newId(), unit, account, hash, at],
  );
  return {
    name: 'machine with a key for dispatching',
    right: { role: 'dispatcher', below: true },
    part: null,
    kind: 'machine',
    headers: { authorization: `Bearer ${key}` },
  };
}

function newKey(): { key: string; hash: Buffer } {
  const key = `ogk_${createHash('sha256').update(newId()).digest('base64url')}`;
  return { key, hash: digest('opengoa machine key', key) };
}

/** A visitor that sends exactly an actor's headers. */
export const visitorAs = (origin: string): Visitor => new Visitor(origin, { connections: 24 });
