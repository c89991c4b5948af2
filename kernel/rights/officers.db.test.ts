import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import type { CastName } from '../testing/cast.ts';

let at: House;
let superuser: pg.Pool;
let first: Person;
let second: Person;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

/** Lays a right down as the owner of the tables would, past every verb: only the database itself is left to refuse. */
async function laid(columns: {
  role: string;
  post?: string;
  account?: string;
  from?: string;
  to?: string | null;
}): Promise<string> {
  const client = await superuser.connect();
  try {
    await client.query("begin; select set_config('opengoa.node', '1', true)");
    await client.query(
      'insert into kernel.grant_ (id, role, unit_id, post_id, account_id, valid_from, valid_to, granted_by, confirmed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        newId(),
        columns.role,
        at.ids.bureau,
        columns.post ?? null,
        columns.account ?? null,
        columns.from ?? '2026-01-01',
        columns.to ?? null,
        newId(),
        newId(),
      ],
    );
    await client.query('commit');
    return 'done';
  } catch (error) {
    await client.query('rollback');
    return (error as { constraint?: string; code?: string }).constraint ?? (error as { code: string }).code;
  } finally {
    client.release();
  }
}

const account = async (name: CastName): Promise<string> => {
  const { person, account: id } = at.ids.persons[name];
  await at.as('系统员').run('kernel.create-account', { id, unit: at.ids.bureau, name: `of-${name}`, person });
  return id;
};

beforeAll(async () => {
  at = await house({ rooms: [] });
  superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 4 });
  first = at.as('安全员');
  second = at.with([{ role: 'security-admin', unit: at.ids.province, below: true }], { factorAt: new Date() });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const officers = ['system-admin', 'security-admin', 'audit-admin'] as const;
const holder = { 'system-admin': '系统员', 'security-admin': '安全员', 'audit-admin': '林芳' } as const;

describe('SEC-TA-01 SEC-TA-02 the three officers are apart, in the database itself', () => {
  test.each(
    officers.flatMap((held) =>
      [...officers, 'staff', 'clerk', 'head', 'risk-officer']
        .filter((role) => role !== held)
        .map((role) => [held, role] as const),
    ),
  )(
    'SEC-TA-01 SEC-TA-02 who holds %s by a post gets %s neither by account nor by another post nor by the same post',
    async (held, role) => {
      const name = holder[held];
      const id = await account(name);
      expect(await laid({ role, account: id })).toBe('officers_apart');
      expect(await laid({ role, post: at.ids.persons[name].post })).toBe('officers_apart');
    },
  );

  test('SEC-TA-02 a person with business roles gets no office, by account or by post', async () => {
    const id = await account('周敏');
    for (const role of officers) {
      expect(await laid({ role, account: id })).toBe('officers_apart');
      expect(await laid({ role, post: at.ids.persons['周敏'].post })).toBe('officers_apart');
    }
  });

  test('SEC-TA-01 nor by being appointed to a post that carries one: the appointment is refused', async () => {
    const system = at.as('系统员');
    for (const [person, post] of [
      ['周敏', at.ids.persons['林芳'].post],
      ['林芳', at.ids.persons['周敏'].post],
      ['林芳', at.ids.persons['系统员'].post],
    ] as const) {
      const answer = await system.run('kernel.appoint', {
        person: at.ids.persons[person].person,
        post,
        kind: 'concurrent',
        from: today,
      });
      expect(answer).toMatchObject({ code: 'officers-apart', status: 409 });
    }
  });

  test('SEC-TA-01 nor by standing in, past the verb that refuses it too', async () => {
    for (const [person, forPerson] of [
      ['周敏', '林芳'],
      ['林芳', '周敏'],
      ['安全员', '系统员'],
    ] as const) {
      const client = await superuser.connect();
      await client.query("begin; select set_config('opengoa.node', '1', true)");
      await expect(
        client.query(
          "insert into kernel.stand_in (id, person_id, for_person_id, reason, valid_from, valid_to) values ($1, $2, $3, 'x', '2026-01-01', '2030-01-01')",
          [newId(), at.ids.persons[person].person, at.ids.persons[forPerson].person],
        ),
      ).rejects.toMatchObject({ constraint: 'officers_apart' });
      await client.query('rollback');
      client.release();
    }
  });

  test('SEC-TA-01 one after the other is allowed: an office that ended before the next began', async () => {
    const person = newId();
    const id = newId();
    await at
      .as('系统员')
      .does('kernel.register-person', { id: person, unit: at.ids.bureau, name: '转岗者', from: '2020-01-01' });
    await at.as('系统员').does('kernel.create-account', { id, unit: at.ids.bureau, name: 'mover', person });
    expect(await laid({ role: 'audit-admin', account: id, from: '2024-01-01', to: '2025-01-01' })).toBe('done');
    expect(await laid({ role: 'staff', account: id, from: '2025-01-01' })).toBe('done');
    expect(await laid({ role: 'security-admin', account: id, from: '2024-06-01', to: '2024-07-01' })).toBe(
      'officers_apart',
    );
  });

  test('SEC-TA-01 machines hold no office', async () => {
    const id = newId();
    await at.as('系统员').does('kernel.create-account', { id, unit: at.ids.bureau, name: 'robot', kind: 'machine' });
    for (const role of officers) expect(await laid({ role, account: id })).toBe('officers_are_people');
    expect(
      code(
        await first.run('kernel.grant-right', { role: 'audit-admin', unit: at.ids.bureau, account: id, from: today }),
      ),
    ).toBe('officers-are-people');
  });

  test('SEC-TA-01 two changes at once that are each allowed do not make one that is not', async () => {
    for (let round = 0; round < 8; round += 1) {
      const person = newId();
      const id = newId();
      await at
        .as('系统员')
        .does('kernel.register-person', { id: person, unit: at.ids.bureau, name: `并发${round}`, from: '2020-01-01' });
      await at
        .as('系统员')
        .does('kernel.create-account', { id, unit: at.ids.bureau, name: `parallel-${round}`, person });
      const both = await Promise.all([
        laid({ role: 'audit-admin', account: id }),
        laid({ role: 'staff', account: id }),
        laid({ role: 'security-admin', account: id }),
      ]);
      expect(both.filter((answer) => answer === 'done')).toHaveLength(1);
      expect(both.filter((answer) => answer === 'officers_apart')).toHaveLength(2);
    }
  });
});

describe('SEC-TA-03 each can do nothing of the others’', () => {
  const acts = {
    'system-admin': [
      'kernel.found-unit',
      'kernel.register-person',
      'kernel.create-post',
      'kernel.appoint',
      'kernel.create-account',
      'kernel.disable-account',
      'kernel.start-reset',
      'kernel.create-machine-key',
    ],
    'security-admin': [
      'kernel.grant-right',
      'kernel.confirm-grant',
      'kernel.end-grant',
      'kernel.take-off-second-factor',
    ],
    'audit-admin': [],
  } as const;
  test.each(officers)('SEC-TA-03 %s comes to its own doors and to none of the others', async (role) => {
    const me = at.as(holder[role]);
    for (const other of officers) {
      for (const verb of acts[other]) {
        const answer = code(await me.run(verb, {}));
        expect([verb, answer]).toEqual([verb, other === role ? 'input-not-fitting' : 'not-your-right']);
      }
    }
    expect(code(await me.list('kernel.facts'))).toBe(role === 'audit-admin' ? 'done' : 'not-your-right');
    expect(code(await me.list('kernel.sessions'))).toBe(role === 'security-admin' ? 'done' : 'not-your-right');
  });
});

describe('SEC-TA-04 SEC-TA-06 rights need two people', () => {
  const granted = async (id: string) =>
    (await superuser.query('select confirmed_by from kernel.grant_ where account_id = $1', [id])).rows.map(
      (row) => row.confirmed_by !== null,
    );
  const fresh = async (name: string) => {
    const person = newId();
    const id = newId();
    await at
      .as('系统员')
      .does('kernel.register-person', { id: person, unit: at.ids.finance, name, from: '2020-01-01' });
    await at.as('系统员').does('kernel.create-account', { id, unit: at.ids.finance, name: `fresh-${name}`, person });
    return { id, person };
  };

  test('SEC-TA-04 a new account has no right at all', async () => {
    const { id } = await fresh('新人甲');
    expect(await granted(id)).toEqual([]);
  });

  test('SEC-TA-06 proposed by one, confirmed by another; the one who proposed cannot, nor the one it is for', async () => {
    const { id } = await fresh('新人乙');
    const proposed = await first.does('kernel.grant-right', {
      role: 'clerk',
      unit: at.ids.finance,
      account: id,
      from: today,
    });
    const grant = proposed.facts[0]!.object.id;
    expect(await granted(id)).toEqual([false]);
    expect(await first.run('kernel.confirm-grant', { grant })).toMatchObject({
      code: 'second-person-needed',
      status: 403,
    });
    const forMyself = at.with([{ role: 'security-admin', unit: at.ids.province, below: true }], {
      account: id,
      factorAt: new Date(),
    });
    expect(code(await forMyself.run('kernel.confirm-grant', { grant }))).toBe('not-for-oneself');
    expect(code(await second.run('kernel.confirm-grant', { grant }))).toBe('done');
    expect(await granted(id)).toEqual([true]);
    expect(code(await second.run('kernel.confirm-grant', { grant }))).toBe('right-already-confirmed');
  });

  test('SEC-TA-06 the database refuses one person for both, past every verb', async () => {
    const one = newId();
    await expect(
      superuser.query(
        "insert into kernel.grant_ (node_id, id, role, unit_id, post_id, valid_from, granted_by, confirmed_by) values (1, $1, 'staff', $2, $3, '2026-01-01', $4, $4)",
        [newId(), at.ids.bureau, at.ids.persons['周敏'].post, one],
      ),
    ).rejects.toThrow(/check constraint/);
  });

  test('SEC-TA-06 ten who confirm at once: one does', async () => {
    const { id } = await fresh('新人丙');
    const grant = (
      await first.does('kernel.grant-right', { role: 'clerk', unit: at.ids.finance, account: id, from: today })
    ).facts[0]!.object.id;
    const many = Array.from({ length: 10 }, () =>
      at.with([{ role: 'security-admin', unit: at.ids.province, below: true }], { factorAt: new Date() }),
    );
    const answers = await Promise.all(many.map((person) => person.run('kernel.confirm-grant', { grant })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  });

  test('SEC-TA-06 confirming needs a fresh factor', async () => {
    const { id } = await fresh('新人丁');
    const grant = (
      await first.does('kernel.grant-right', { role: 'clerk', unit: at.ids.finance, account: id, from: today })
    ).facts[0]!.object.id;
    const stale = at.with([{ role: 'security-admin', unit: at.ids.province, below: true }], {
      factorAt: new Date(Date.now() - 6 * 60_000),
    });
    expect(code(await stale.run('kernel.confirm-grant', { grant }))).toBe('factor-not-fresh');
  });

  test('SEC-TA-04 every grant shows in the audit administrator’s list, proposed, in force and ended', async () => {
    const { id } = await fresh('新人戊');
    const auditor = at.with([{ role: 'audit-admin', unit: at.ids.province, below: true }]);
    const grant = (
      await first.does('kernel.grant-right', { role: 'clerk', unit: at.ids.finance, account: id, from: today })
    ).facts[0]!.object.id;
    const state = async () => {
      const listed = await auditor.list('kernel.grants', { size: '200' });
      if (isRefusal(listed)) throw new Error(listed.code);
      const row = listed.rows.find((each) => each['id'] === grant);
      return [row?.['state'], row?.may ?? []];
    };
    expect(await state()).toEqual(['proposed', []]);
    await second.does('kernel.confirm-grant', { grant });
    expect((await state())[0]).toBe('confirmed');
    await second.does('kernel.end-grant', { grant, why: '岗位调整' });
    expect((await state())[0]).toBe('ended');
    expect(code(await second.run('kernel.end-grant', { grant, why: '再次' }))).toBe('right-ended');
  });

  test('SEC-TA-06 a head proposes for the own unit and nowhere else, and never one of the offices', async () => {
    const { id } = await fresh('新人己');
    const head = at.as('陈局');
    expect(
      code(
        await head.run('kernel.grant-right', { role: 'clerk', unit: at.ids.financeOffice, account: id, from: today }),
      ),
    ).toBe('done');
    expect(
      code(await head.run('kernel.grant-right', { role: 'clerk', unit: at.ids.bureau, account: id, from: today })),
    ).toBe('not-your-right');
    expect(
      code(
        await head.run('kernel.grant-right', { role: 'audit-admin', unit: at.ids.finance, account: id, from: today }),
      ),
    ).toBe('officers-by-security');
    // To keep the security of some other place does not help.
    const both = at.with(
      [
        { role: 'leader', unit: at.ids.finance, below: true },
        { role: 'security-admin', unit: at.ids.county, below: true },
      ],
      { factorAt: new Date() },
    );
    expect(
      code(
        await both.run('kernel.grant-right', { role: 'audit-admin', unit: at.ids.finance, account: id, from: today }),
      ),
    ).toBe('officers-by-security');
    expect(
      code(await first.run('kernel.grant-right', { role: 'emperor', unit: at.ids.finance, account: id, from: today })),
    ).toBe('role-unknown');
    expect(code(await first.run('kernel.grant-right', { role: 'clerk', unit: at.ids.finance, from: today }))).toBe(
      'right-for-one',
    );
    expect(
      code(
        await first.run('kernel.grant-right', {
          role: 'clerk',
          unit: at.ids.finance,
          account: id,
          from: today,
          to: today,
        }),
      ),
    ).toBe('ends-before-it-begins');
    expect(
      code(
        await first.run('kernel.grant-right', { role: 'clerk', unit: at.ids.finance, account: newId(), from: today }),
      ),
    ).toBe('account-unknown');
    expect(
      code(await first.run('kernel.grant-right', { role: 'clerk', unit: at.ids.finance, post: newId(), from: today })),
    ).toBe('post-unknown');
  });

  test('SEC-TA-01 a proposal that would mix offices is refused when it is made', async () => {
    const id = await account('周敏');
    expect(
      code(
        await first.run('kernel.grant-right', { role: 'audit-admin', unit: at.ids.bureau, account: id, from: today }),
      ),
    ).toBe('officers-apart');
  });
});
