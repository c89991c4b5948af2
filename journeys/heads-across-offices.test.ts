import assets from '@opengoa/assets/domain';
import energy from '@opengoa/energy/domain';
import { jobActor, newId } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import space from '@opengoa/space/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy, assets, space], clock: () => new Date('2024-07-05T09:00:00+08:00') });
});
afterAll(() => at?.close());

/** Opens, fills and submits June of a unit. */
async function submitted(unit: string, heads: number): Promise<void> {
  const clerk = at.as('钱能耗');
  const statement = (await clerk.does('energy.open-statement', { unit, month: '2024-06' })).facts[0]!.object.id;
  const now = async () =>
    (await clerk.read('energy.statement', { id: statement })) as {
      readonly version: number;
      readonly notes: readonly { readonly check: string; readonly line: string; readonly outcome: string }[];
    };
  const { version } = await now();
  const cell = { statement, version, line: 'heads', field: 'amount', value: heads, basis: 'ledger', why: '在册' };
  await clerk.does('energy.fill-cell', cell);
  for (const note of (await now()).notes.filter(({ outcome }) => outcome === 'warn'))
    await clerk.does('energy.answer-check', {
      statement,
      version: (await now()).version,
      check: note.check,
      line: note.line,
      why: '属实',
    });
  const ready = await now();
  await clerk.does('energy.submit-statement', {
    statement,
    version: ready.version,
    head: '陈局',
    statistician: '钱能耗',
  });
}

/** What the kit says of June, unit by unit. */
async function said() {
  const actor = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const context = contextFor(at.kernel, actor, newId());
  const { kit, source } = at.kernel.kits.get('energy/heads-across-offices')!;
  const cases = await reading(at.kernel, { actor, who: ['job'], room: 'energy' }, (tx) =>
    source.gather(tx, ['2024-06-01', '2024-07-01'], context),
  );
  return new Map(
    cases.map(({ unit, subject, inputs }) => [unit, { inputs, ...kit.judge(subject, inputs as never, {}) }]),
  );
}

test('people of a statement beside personnel, equipment and the canteen: the one that stands alone is asked, who agrees is not', async () => {
  const { finance, bureau, city } = at.ids;
  const equipment = at.with([{ role: 'assets-clerk', unit: city, below: true }], { unit: city });
  for (const [unit, actual] of [
    [finance, 4],
    [bureau, 9],
  ] as const)
    await equipment.does('assets.set-headcount', {
      unit,
      fromDay: '2024-01-01',
      establishment: 12,
      actual,
      offices: 5,
    });
  await at.as('钱能耗').does('energy.record-kitchen-waste', {
    unit: finance,
    canteen: '机关食堂',
    month: '2024-05',
    wasteKg: 300,
    meals: 2_000,
    people: 5,
    document: '台账',
  });
  await submitted(finance, 30);
  const found = (await said()).get(finance)!;
  expect(found).toMatchObject({ status: 'flag', rule: 'more' });
  expect(found.explanation.zh).toContain('资产配置人数4');
  // Of May nothing is said in June.
  expect(found.explanation.zh).not.toContain('食堂');
  await submitted(bureau, 9);
  const both = await said();
  expect(both.get(bureau)?.status).toBe('clear');
}, 120_000);
