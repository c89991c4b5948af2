import { isRefusal, jobActor, newId, sql, type Id } from '@opengoa/kernel';
import { runVerb, stepIn, txOn, type Kernel } from '@opengoa/kernel/host';

export interface DeviceAccount {
  readonly account: Id;
  readonly name: string;
  readonly key: string;
}

/** An account for a device with its key, and the rights at a unit and below it as two security administrators would have given them. */
export async function deviceAccount(
  kernel: Kernel,
  { unit, name, roles }: { unit: Id; name: string; roles: readonly string[] },
): Promise<DeviceAccount> {
  const actor = jobActor('given', [{ role: 'system-admin', unit, below: true }], unit);
  const does = async (verb: string, input: unknown) => {
    const answer = await runVerb(kernel, { name: verb, input, actor, requestId: newId() });
    if (isRefusal(answer)) throw new Error(`${verb}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer.result;
  };
  const { account } = (await does('kernel.create-account', { unit, kind: 'device', name })) as { account: Id };
  const validTo = new Date(kernel.clock().getTime() + 300 * 86_400_000).toISOString().slice(0, 10);
  const made = (await does('kernel.create-machine-key', { account, title: name, scope: [...roles], validTo })) as {
    key: string;
  };
  const client = await kernel.pool.connect();
  try {
    const scope = { exact: [], below: [unit] };
    await stepIn(client, { node: kernel.node, room: 'kernel', actor, scope, audit: false, readOnly: false });
    const tx = txOn(client);
    for (const role of roles)
      await tx.run(sql`
        insert into kernel.grant_ (id, role, unit_id, below, account_id, valid_from, granted_by, confirmed_by, confirmed_at)
        values (${newId()}, ${role}, ${unit}, true, ${account}, '2020-01-01', ${newId()}, ${newId()}, now())`);
    await client.query('commit');
  } finally {
    client.release();
  }
  return { account, name, key: made.key };
}
