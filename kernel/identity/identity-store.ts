import type pg from 'pg';
import { nobody, type Grant } from '../actor.ts';
import { stepIn } from '../database/step-in.ts';
import { txOn, type Tx } from '../database/tx.ts';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { countedLimits, type SignInLimits } from './identity-settings.ts';

/** What the store says of an account, whoever asks: no secret among it. */
export interface AccountFacts {
  readonly id: Id;
  readonly person: Id | null;
  readonly unit: Id;
  readonly kind: 'person' | 'machine' | 'device' | 'job';
  readonly state: 'active' | 'disabled';
  readonly accountName: string;
  /** The person's name, or the account's. */
  readonly name: string;
  readonly passwordAt: string | null;
  readonly mustChange: boolean;
  readonly factorConfirmed: boolean;
  readonly lastUsedAt: string | null;
}

export interface FoundSession {
  readonly session: {
    readonly id: Id;
    readonly post: Id | null;
    readonly standInFor: Id | null;
    readonly method: 'password' | 'oidc';
    readonly openedAt: string;
    readonly activeAt: string;
    readonly factorAt: string | null;
    readonly endedAt: string | null;
    readonly failedBefore: number;
  };
  readonly account: AccountFacts;
  readonly post: { readonly id: Id; readonly title: string; readonly rank: string | null; readonly unit: Id } | null;
  readonly grants: readonly Grant[];
}

export interface FoundKey {
  readonly key: { readonly id: Id; readonly title: string; readonly scope: readonly string[] };
  readonly account: AccountFacts;
  readonly grants: readonly Grant[];
}

export interface PostToActIn {
  readonly id: Id;
  readonly title: string;
  readonly rank: string | null;
  readonly unit: { readonly id: Id; readonly name: string };
  readonly standInFor: Id | null;
  readonly standInForName: string | null;
  readonly main: boolean;
}

/**
 * A short transaction of its own, committed at once, as nobody or as one account: for counting tries and looking people up, which must
 * stand whatever becomes of the verb that follows.
 */
export async function aside<T>(
  kernel: Pick<Kernel, 'pool' | 'node'>,
  account: Id | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client: pg.PoolClient = await kernel.pool.connect();
  let broken: Error | undefined;
  try {
    await stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor: { ...nobody(), account },
      scope: { exact: [], below: [] },
      audit: false,
      readOnly: false,
    });
    const result = await work(txOn(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

export type Verdict = 'go' | 'locked' | 'too-many' | 'sprayed';

/** A counted try; `at` names it, so that it can be taken back. */
export interface Try {
  readonly folded: string;
  readonly address: string;
  readonly print: number;
  readonly at: Date;
}

export const beginSignIn = (tx: Tx, { folded, address, print, at }: Try, limits: SignInLimits) =>
  tx.one<{ verdict: Verdict; free_at: Date | null; account_id: Id | null; stored: string | null }>(
    sql`select * from kernel.begin_sign_in(${folded}, ${address}, ${print}::int, ${countedLimits(limits)}::jsonb, ${at})`,
  );

export const endSignIn = (tx: Tx, { folded, address, print, at }: Try, outcome: 'right' | 'wrong' | 'untried') =>
  tx.one<{ failed_before: number; locked: boolean }>(
    sql`select * from kernel.end_sign_in(${folded}, ${address}, ${print}::int, ${outcome}, ${at})`,
  );

export interface FactorKept {
  readonly verdict: 'go' | 'locked';
  readonly free_at: Date | null;
  readonly secret_sealed: string | null;
  readonly last_step: number | null;
  readonly pending_sealed: string | null;
  readonly codes: readonly { readonly id: Id; readonly hash: string }[] | null;
}

export const beginFactor = (tx: Tx, account: Id, limits: SignInLimits, at: Date) =>
  tx.maybe<FactorKept>(sql`select * from kernel.begin_factor(${account}, ${countedLimits(limits)}::jsonb, ${at})`);

export const endFactor = (tx: Tx, account: Id, outcome: 'right' | 'wrong' | 'untried', at: Date) =>
  tx.run(sql`select kernel.end_factor(${account}, ${outcome}, ${at})`);

const taken = (row: { taken: boolean } | undefined) => row?.taken === true;
export const useStep = async (tx: Tx, account: Id, step: number) =>
  taken(await tx.maybe(sql`select kernel.use_step(${account}, ${step}::bigint) as taken`));
export const useRecoveryCode = async (tx: Tx, account: Id, code: Id, at: Date) =>
  taken(await tx.maybe(sql`select kernel.use_recovery_code(${account}, ${code}, ${at}) as taken`));

export const accountFacts = async (tx: Tx, account: Id): Promise<AccountFacts | null> =>
  (await tx.one<{ facts: AccountFacts | null }>(sql`select kernel.account_facts(${account}) as facts`)).facts;

export const findSession = async (tx: Tx, tokenHash: Buffer, day: string): Promise<FoundSession | null> =>
  (await tx.maybe<{ found: FoundSession | null }>(sql`select kernel.find_session(${tokenHash}, ${day}::date) as found`))
    ?.found ?? null;

export const findKey = async (tx: Tx, keyHash: Buffer, day: string): Promise<FoundKey | null> =>
  (await tx.maybe<{ found: FoundKey | null }>(sql`select kernel.find_machine_key(${keyHash}, ${day}::date) as found`))
    ?.found ?? null;

export interface FoundReset {
  readonly id: Id;
  readonly purpose: 'first-password' | 'reset';
  readonly account: AccountFacts;
}

export const beginReset = (tx: Tx, folded: string, codeHash: Buffer, address: string, limits: SignInLimits, at: Date) =>
  tx.one<{ verdict: 'go' | 'too-many'; free_at: Date | null; reset: FoundReset | null }>(
    sql`select * from kernel.begin_reset(${folded}, ${codeHash}, ${address}, ${countedLimits(limits)}::jsonb, ${at})`,
  );

export const findOidc = async (tx: Tx, issuer: string, subject: string): Promise<AccountFacts | null> =>
  (await tx.maybe<{ found: AccountFacts | null }>(sql`select kernel.find_oidc(${issuer}, ${subject}) as found`))
    ?.found ?? null;

export const ownPasswords = async (tx: Tx, count: number): Promise<string[]> =>
  (await tx.rows<{ stored: string }>(sql`select stored from kernel.own_passwords(${count}::int)`)).map(
    (row) => row.stored,
  );

export async function postsOn(tx: Tx, person: Id, day: string): Promise<PostToActIn[]> {
  const rows = await tx.rows<Record<string, never>>(sql`select * from kernel.posts_on(${person}, ${day}::date)`);
  return rows.map((row) => ({
    id: row['post_id']!,
    title: row['title']!,
    rank: row['rank']!,
    unit: { id: row['unit_id']!, name: row['unit_name']! },
    standInFor: row['stand_in_for']!,
    standInForName: row['stand_in_for_name']!,
    main: row['main']!,
  }));
}

/** Everything the password rules call an attacker's knowledge of this person: own and unit's names, and the staff number. */
export const numberOf = async (tx: Tx, person: Id): Promise<string | null> =>
  (await tx.maybe<{ number: string | null }>(sql`select number from kernel.person where id = ${person}`))?.number ??
  null;
