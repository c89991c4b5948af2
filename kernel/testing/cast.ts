import { nobody, type Actor } from '../actor.ts';
import { sql } from '../database/sql.ts';
import { stepIn } from '../database/step-in.ts';
import { txOn } from '../database/tx.ts';
import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { turnRegister } from '../turn-register.ts';
import type { Person } from './person.ts';

const from = '2020-01-01';

const ids = {
  province: newId(),
  provinceBureau: newId(),
  city: newId(),
  bureau: newId(),
  bureauFleet: newId(),
  finance: newId(),
  financeOffice: newId(),
  county: newId(),
  countyFinance: newId(),
} as const;

const units = [
  [ids.province, null, '青山省', 'region', 'province', '990000'],
  [ids.provinceBureau, ids.province, '青山省机关事务管理局', 'institution', 'province', undefined],
  [ids.city, ids.province, '临江市', 'region', 'city', '990100'],
  [ids.bureau, ids.city, '临江市机关事务局', 'institution', 'city', undefined],
  [ids.bureauFleet, ids.bureau, '车辆管理科', 'division', 'city', undefined],
  [ids.finance, ids.city, '临江市财政局', 'institution', 'city', undefined],
  [ids.financeOffice, ids.finance, '办公室', 'division', 'city', undefined],
  [ids.county, ids.city, '石桥县', 'region', 'county', '990121'],
  [ids.countyFinance, ids.county, '石桥县财政局', 'institution', 'county', undefined],
] as const;

type Right = readonly [role: string, unit: keyof typeof ids, below: boolean];

/** Who is who. Rights are those of the post. */
const people = {
  周敏: {
    unit: 'financeOffice',
    post: '科员',
    rank: '科员',
    leads: false,
    rights: [['staff', 'financeOffice', false]],
  },
  何涛: {
    unit: 'financeOffice',
    post: '办公室主任',
    rank: '正科',
    leads: true,
    rights: [
      ['staff', 'financeOffice', false],
      ['head', 'financeOffice', true],
    ],
  },
  陈局: {
    unit: 'finance',
    post: '局长',
    rank: '正处',
    leads: true,
    rights: [
      ['staff', 'finance', false],
      ['leader', 'finance', true],
    ],
  },
  吴调度: {
    unit: 'bureauFleet',
    post: '调度员',
    rank: '科员',
    leads: false,
    rights: [
      ['staff', 'bureauFleet', false],
      ['dispatcher', 'city', true],
    ],
  },
  郑科长: {
    unit: 'bureauFleet',
    post: '车辆管理科科长',
    rank: '正科',
    leads: true,
    rights: [
      ['staff', 'bureauFleet', false],
      ['head', 'bureauFleet', true],
      ['fleet-clerk', 'city', true],
    ],
  },
  孙师傅: {
    unit: 'bureauFleet',
    post: '驾驶员',
    rank: '工勤',
    leads: false,
    rights: [
      ['staff', 'bureauFleet', false],
      ['driver', 'bureauFleet', false],
    ],
  },
  冯局长: {
    unit: 'bureau',
    post: '局长',
    rank: '正处',
    leads: true,
    rights: [
      ['staff', 'bureau', false],
      ['leader', 'city', true],
    ],
  },
  钱能耗: {
    unit: 'bureau',
    post: '节能专员',
    rank: '科员',
    leads: false,
    rights: [
      ['staff', 'bureau', false],
      ['energy-clerk', 'city', true],
    ],
  },
  沈风控: {
    unit: 'bureau',
    post: '风控专员',
    rank: '科员',
    leads: false,
    rights: [
      ['staff', 'bureau', false],
      ['risk-officer', 'city', true],
    ],
  },
  石会计: {
    unit: 'countyFinance',
    post: '科员',
    rank: '科员',
    leads: false,
    rights: [
      ['staff', 'countyFinance', false],
      ['head', 'countyFinance', true],
    ],
  },
  省督察: {
    unit: 'provinceBureau',
    post: '督察专员',
    rank: '副处',
    leads: false,
    rights: [
      ['staff', 'provinceBureau', false],
      ['superior', 'province', true],
    ],
  },
  林芳: { unit: 'bureau', post: '审计管理员', rank: '科员', leads: false, rights: [['audit-admin', 'city', true]] },
  系统员: {
    unit: 'bureau',
    post: '系统管理员',
    rank: '科员',
    leads: false,
    rights: [['system-admin', 'province', true]],
  },
  安全员: {
    unit: 'bureau',
    post: '安全管理员',
    rank: '科员',
    leads: false,
    rights: [['security-admin', 'province', true]],
  },
} satisfies Record<
  string,
  { unit: keyof typeof ids; post: string; rank: string; leads: boolean; rights: readonly Right[] }
>;

export type CastName = keyof typeof people;

const persons = Object.fromEntries(
  Object.keys(people).map((name) => [name, { person: newId(), post: newId(), account: newId() }]),
) as Record<CastName, { person: string; post: string; account: string }>;

/** The cast as an actor signed in to the main post. */
function actor(name: CastName, _organisation: Organisation): Actor {
  const { person, post, account } = persons[name];
  const { unit, post: title, rank, rights } = people[name];
  return {
    ...nobody('127.0.0.1'),
    kind: 'person',
    person,
    account,
    name,
    post: { id: post, title, rank },
    unit: ids[unit],
    session: newId(),
    factorAt: new Date(),
    grants: rights.map(([role, at, below]) => ({ role, unit: ids[at as keyof typeof ids], below: below as boolean })),
  };
}

export const cast = { ids: { ...ids, persons }, units, people, actor };

/** Founds the units and appoints everybody through the verbs; rights of posts are laid down directly, as granted by two people long ago. */
export async function raiseCast(founder: Person, kernel: Kernel): Promise<void> {
  for (const [id, parent, name, kind, level, regionCode] of units) {
    await founder.does('kernel.found-unit', {
      id,
      parent,
      name,
      kind,
      level,
      from,
      ...(regionCode ? { regionCode } : {}),
    });
    await kernel.registers.refresh();
  }
  for (const [name, { unit, post, rank, leads }] of Object.entries(people)) {
    const known = persons[name as CastName];
    await founder.does('kernel.register-person', { id: known.person, unit: ids[unit as keyof typeof ids], name, from });
    await founder.does('kernel.create-post', {
      id: known.post,
      unit: ids[unit as keyof typeof ids],
      title: post,
      rank,
      leads,
      establishment: 1,
      from,
    });
    await founder.does('kernel.appoint', { person: known.person, post: known.post, kind: 'main', from });
  }
  const client = await kernel.pool.connect();
  try {
    await stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor: founder.actor,
      scope: { exact: [], below: [ids.province] },
      audit: false,
      readOnly: false,
    });
    const tx = txOn(client);
    for (const [name, { rights }] of Object.entries(people)) {
      for (const [role, unit, below] of rights as readonly Right[]) {
        await tx.run(sql`
          insert into kernel.grant_ (id, role, unit_id, below, post_id, valid_from, granted_by, confirmed_by)
          values (${newId()}, ${role}, ${ids[unit]}, ${below}, ${persons[name as CastName].post}, ${from}, ${newId()}, ${newId()})`);
      }
    }
    await turnRegister(tx, 'organisation');
    await client.query('commit');
  } finally {
    client.release();
  }
  await kernel.registers.refresh();
}
