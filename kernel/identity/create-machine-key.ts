import { z } from 'zod';
import { addDays } from '../calendar/calendar.ts';
import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { CreateMachineKey, MachineKeyCreated, MachineKeyRevoked, RevokeMachineKey } from './contract.ts';
import { identitySettings } from './identity-settings.ts';
import { machineKeyHash, newMachineKey } from './machine-key.ts';

/**
 * 生成接口密钥: for a machine's account. The key opens those rights of the account that its scope names and no others, until its day;
 * an account without confirmed grants opens nothing (SEC-TA-04). The key is shown once.
 */
export const createMachineKey = verb('kernel.create-machine-key', {
  title: { zh: '生成接口密钥', en: 'Create a machine key' },
  input: CreateMachineKey,
  who: ['system-admin'],
  on: 'account',
  facts: [MachineKeyCreated],
  refusals: ['not-found', 'not-a-machines-account', 'account-disabled', 'officers-are-people', 'key-too-long-lived'],
  result: z.strictObject({ key: z.string(), id: z.uuid() }),
  secrets: ['key'],
  async load(tx, { account }, { standards, today, organisation }) {
    const found = await tx.one<{ unit: string; kind: string; state: string }>(
      sql`select unit_id as unit, kind, state from kernel.account where id = ${account} for share`,
    );
    return {
      ...found,
      id: newId(),
      key: newMachineKey(),
      days: identitySettings(standards, today, organisation.place(found.unit)).machineKeyDaysMax,
    };
  },
  at: ({ unit }) => ({ unit }),
  decide({ unit, kind, state, id, key, days }, { account, title, scope, validTo }, { today }) {
    if (kind === 'person') return refuse('not-a-machines-account');
    if (state !== 'active') return refuse('account-disabled', {}, { status: 409 });
    if (scope.some((role) => role.endsWith('-admin'))) return refuse('officers-are-people');
    if (validTo <= today || validTo > addDays(today, days))
      return refuse('key-too-long-lived', { days, last: addDays(today, days) });
    return {
      facts: [
        MachineKeyCreated.of({
          object: { kind: 'machine-key', id },
          unit,
          body: { key: id, account, title, scope, validTo },
        }),
      ],
      result: { key, id },
    };
  },
  async also(tx, { unit, id, key }, { account, title, scope, validTo }, { now, actor }) {
    await tx.run(sql`
      insert into kernel.machine_key (id, unit_id, account_id, title, key_hash, scope, created_at, created_by, valid_to)
      values (${id}, ${unit}, ${account}, ${title}, ${machineKeyHash(key)}, ${scope}, ${now}, ${actor.person}, ${validTo})`);
  },
});

/** 吊销接口密钥: at once, in every process. */
export const revokeMachineKey = verb('kernel.revoke-machine-key', {
  title: { zh: '吊销接口密钥', en: 'Revoke a machine key' },
  input: RevokeMachineKey,
  who: ['system-admin', 'security-admin'],
  on: 'machine-key',
  facts: [MachineKeyRevoked],
  refusals: ['not-found', 'key-already-revoked'],
  load: (tx, { key }) =>
    tx.one<{ unit: string; account: string; revoked: boolean }>(
      sql`select unit_id as unit, account_id as account, revoked_at is not null as revoked from kernel.machine_key where id = ${key} for update`,
    ),
  at: ({ unit }) => ({ unit }),
  decide({ unit, account, revoked }, { key }) {
    if (revoked) return refuse('key-already-revoked', {}, { status: 409 });
    return [MachineKeyRevoked.of({ object: { kind: 'machine-key', id: key }, unit, body: { key, account } })];
  },
});
