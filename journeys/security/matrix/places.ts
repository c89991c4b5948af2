import { newId } from '@opengoa/kernel';
import type { PoolClient } from 'pg';
import type { Town } from '../town.ts';

/** How the unit of a thing lies to the unit of a right. `same` is 临江市; the cast lives in its tree. */
export const relations = ['same', 'child', 'grandchild', 'parent', 'sibling', 'unrelated'] as const;
export type Relation = (typeof relations)[number];

/** People who were there before anybody of the matrix came: they ask, lead and drive in each of the six units. */
export interface Locals {
  readonly asker: string;
  readonly head: string;
  readonly drivers: readonly string[];
  /** Nobody's account and nobody's post yet. */
  readonly newcomer: string;
  readonly askerHolding: string;
  readonly emptyPost: string;
}

export interface Place {
  readonly relation: Relation;
  readonly unit: string;
  /** A word that stands in every text of this place's things, and nowhere else. */
  readonly word: string;
  /** Units below, with nothing in them: to be merged and split. */
  readonly leaves: readonly [string, string, string];
  readonly locals: Locals;
}

export type Places = Readonly<Record<Relation, Place>>;

export const from = '2020-01-01';

/** Runs work behind row-level security, as one transaction of node 1. */
export async function behindTheWalls<T>(town: Town, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await town.superuser.connect();
  try {
    await client.query("begin; select set_config('opengoa.node', '1', true)");
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Other processes and this one look again at who holds what. */
export const turnOrganisation = async (client: PoolClient): Promise<void> => {
  await client.query("call kernel.rebuild_unit_below('2026-03-05')");
  await client.query("update kernel.revision set revision = revision + 1 where register = 'organisation'");
};

export async function hire(
  client: PoolClient,
  { unit, name, title = '科员', leads = false, role, below = false, to = null }: Hire,
): Promise<Hired> {
  const [person, post, holding] = [newId(), newId(), newId()];
  await client.query('insert into kernel.person (node_id, id, name, valid_from) values (1, $1, $2, $3)', [
    person,
    name,
    from,
  ]);
  await client.query(
    'insert into kernel.post (node_id, id, unit_id, title, leads, valid_from) values (1, $1, $2, $3, $4, $5)',
    [post, unit, title, leads, from],
  );
  await client.query(
    "insert into kernel.holding (node_id, id, person_id, post_id, kind, valid_from, valid_to) values (1, $1, $2, $3, 'main', $4, $5)",
    [holding, person, post, from, to],
  );
  for (const each of [role ?? []].flat())
    await client.query(
      `insert into kernel.grant_ (node_id, id, role, unit_id, below, post_id, valid_from, granted_by, confirmed_by)
       values (1, $1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), each, unit, below, post, from, newId(), newId()],
    );
  return { person, post, holding, name, unit };
}

export interface Hire {
  readonly unit: string;
  readonly name: string;
  readonly title?: string;
  readonly leads?: boolean;
  readonly role?: string | readonly string[];
  readonly below?: boolean;
  /** First day on which the post is no longer held. */
  readonly to?: string | null;
}

export interface Hired {
  readonly person: string;
  readonly post: string;
  readonly holding: string;
  readonly name: string;
  readonly unit: string;
}

async function foundUnit(client: PoolClient, name: string, parent: string | null): Promise<string> {
  const id = newId();
  await client.query(
    "insert into kernel.unit (node_id, id, name, kind, level, valid_from) values (1, $1, $2, 'institution', 'city', $3)",
    [id, name, from],
  );
  await client.query(
    'insert into kernel.unit_parent (node_id, unit_id, parent_id, valid_from) values (1, $1, $2, $3)',
    [id, parent, from],
  );
  return id;
}

/** The six units with their people: four of the cast's tree, a sister city, and an office of another province. */
export async function sixPlaces(town: Town): Promise<Places> {
  const { ids } = town.at;
  const places = await behindTheWalls(town, async (client) => {
    const sibling = await foundUnit(client, '望江市', ids.province);
    const elsewhere = await foundUnit(client, '白水省', null);
    const units: Record<Relation, string> = {
      same: ids.city,
      child: ids.bureau,
      grandchild: ids.bureauFleet,
      parent: ids.province,
      sibling,
      unrelated: elsewhere,
    };
    const made: [Relation, Place][] = [];
    for (const [at, relation] of relations.entries()) {
      const unit = units[relation];
      const asker = await hire(client, { unit, name: `申请人${at}`, role: 'staff' });
      const head = await hire(client, {
        unit,
        name: `负责人${at}`,
        title: '负责人',
        leads: true,
        role: ['staff', 'head'],
      });
      const drivers: string[] = [];
      for (let n = 0; n < 5; n += 1)
        drivers.push((await hire(client, { unit, name: `驾驶员${at}${n}`, title: '驾驶员' })).person);
      const newcomer = newId();
      await client.query('insert into kernel.person (node_id, id, name, valid_from) values (1, $1, $2, $3)', [
        newcomer,
        `新人${at}`,
        from,
      ]);
      const emptyPost = newId();
      await client.query(
        "insert into kernel.post (node_id, id, unit_id, title, valid_from) values (1, $1, $2, '空岗', $3)",
        [emptyPost, unit, from],
      );
      const locals = {
        asker: asker.person,
        head: head.person,
        drivers,
        newcomer,
        askerHolding: asker.holding,
        emptyPost,
      };
      const leaves = [
        await foundUnit(client, `下属${at}甲`, unit),
        await foundUnit(client, `下属${at}乙`, unit),
        await foundUnit(client, `下属${at}丙`, unit),
      ] as const;
      made.push([relation, { relation, unit, word: `〔${relation}之物〕`, leaves, locals }]);
    }
    await turnOrganisation(client);
    return Object.fromEntries(made) as unknown as Places;
  });
  await town.at.kernel.registers.refresh();
  return places;
}
