import { createHash } from 'node:crypto';
import { isRefusal, jobActor, newId, sql } from '@opengoa/kernel';
import { openDoor, openIdentity, runVerb, sessionDoors, stepIn, txOn, type Kernel } from '@opengoa/kernel/host';

/** Names give ids, so that a store raised in one process is known in another. */
export function idFor(name: string): string {
  const hash = createHash('sha256').update(`bench ${name}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export const benchPassword = 'Bamboo-Rain-26';
const from = '2020-01-01';
const institutions = Array.from({ length: 60 }, (_, at) => `单位${at + 1}`);
const divisionsEach = 5;

/** Units that rows belong to: every division of every institution of one city. */
export const divisions: readonly string[] = institutions.flatMap((name) =>
  Array.from({ length: divisionsEach }, (_, at) => `${name}处室${at + 1}`),
);

/** Sixteen people who write, each in a division of their own; one clerk of the whole city; one head of a single division. */
export const writers: readonly string[] = Array.from({ length: 16 }, (_, at) => `bench-writer-${at + 1}`);
export const cityClerk = 'bench-clerk';
export const divisionHead = 'bench-head';
/** Who keep the ledgers of assets: of the whole city, of an institution with its divisions, of one division; and of premises, of the whole city. */
export const cityAssets = 'bench-assets-city';
export const institutionAssets = 'bench-assets-institution';
export const divisionAssets = 'bench-assets-division';
export const citySpace = 'bench-space-city';

interface BenchPerson {
  readonly account: string;
  readonly unit: string;
  readonly role: string;
  readonly below: boolean;
}

const people: readonly BenchPerson[] = [
  ...writers.map((account, at) => ({ account, unit: divisions[at * 7]!, role: 'staff', below: false })),
  { account: cityClerk, unit: '临江市', role: 'clerk', below: true },
  { account: divisionHead, unit: divisions[3]!, role: 'head', below: false },
  { account: cityAssets, unit: '临江市', role: 'assets-clerk', below: true },
  { account: institutionAssets, unit: institutions[1]!, role: 'assets-clerk', below: true },
  { account: divisionAssets, unit: divisions[3]!, role: 'assets-clerk', below: false },
  { account: citySpace, unit: '临江市', role: 'space-clerk', below: true },
];

/** The divisions of an institution. */
export const divisionsOf = (institution: string): string[] =>
  divisions.filter((name) => name.startsWith(`${institution}处室`)).map(idFor);

/** Where a person of the bench acts. */
export const unitOf = (account: string): string => idFor(people.find((each) => each.account === account)!.unit);

/** One city of sixty institutions with five divisions each, through the verbs; rights of posts as granted by two people long ago. */
export async function raiseOffice(kernel: Kernel): Promise<void> {
  const city = idFor('临江市');
  const founder = jobActor('bench', [{ role: 'system-admin', unit: city, below: true }], city);
  const does = async (name: string, input: unknown) => {
    const answer = await runVerb(kernel, { name, input, actor: founder, requestId: newId() });
    if (isRefusal(answer)) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer;
  };
  await does('kernel.found-unit', {
    id: city,
    parent: null,
    name: '临江市',
    kind: 'region',
    level: 'city',
    regionCode: '990100',
    from,
  });
  await kernel.registers.refresh();
  for (const name of institutions)
    await does('kernel.found-unit', { id: idFor(name), parent: city, name, kind: 'institution', level: 'city', from });
  await kernel.registers.refresh();
  for (const [at, name] of divisions.entries()) {
    const parent = idFor(institutions[Math.floor(at / divisionsEach)]!);
    await does('kernel.found-unit', { id: idFor(name), parent, name, kind: 'division', level: 'city', from });
  }
  await kernel.registers.refresh();
  for (const { account, unit } of people) {
    const [person, post] = [idFor(`person ${account}`), idFor(`post ${account}`)];
    await does('kernel.register-person', { id: person, unit: idFor(unit), name: `周敏${account.slice(6)}`, from });
    await does('kernel.create-post', {
      id: post,
      unit: idFor(unit),
      title: '科员',
      rank: '科员',
      leads: false,
      establishment: 1,
      from,
    });
    await does('kernel.appoint', { person, post, kind: 'main', from });
  }
  await grantRights(kernel);
  await kernel.registers.refresh();
  const identity = openIdentity(kernel);
  try {
    for (const { account, unit } of people) {
      const created = await does('kernel.create-account', {
        unit: idFor(unit),
        name: account,
        person: idFor(`person ${account}`),
      });
      const { code } = created.result as { code: string };
      const input = { name: account, code, next: benchPassword };
      const opened = await openDoor(identity, sessionDoors.get('kernel.finish-reset')!, input, {
        address: '127.0.0.1',
        agent: 'bench',
        token: undefined,
      });
      if (isRefusal(opened)) throw new Error(`finish-reset: ${opened.code}`);
    }
  } finally {
    await identity.stop();
  }
}

async function grantRights(kernel: Kernel): Promise<void> {
  const client = await kernel.pool.connect();
  try {
    const city = idFor('临江市');
    await stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor: jobActor('bench', [{ role: 'system-admin', unit: city, below: true }], city),
      scope: { exact: [], below: [city] },
      audit: false,
      readOnly: false,
    });
    const tx = txOn(client);
    for (const { account, unit, role, below } of people) {
      await tx.run(sql`
        insert into kernel.grant_ (id, role, unit_id, below, post_id, valid_from, granted_by, confirmed_by, confirmed_at)
        values (${newId()}, ${role}, ${idFor(unit)}, ${below}, ${idFor(`post ${account}`)}, ${from}, ${newId()}, ${newId()}, now())`);
    }
    await tx.run(sql`
      insert into kernel.revision (register) values ('organisation')
      on conflict (node_id, register) do update set revision = kernel.revision.revision + 1`);
    await client.query('commit');
  } finally {
    client.release();
  }
}
