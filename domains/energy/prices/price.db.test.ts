import { reading } from '@opengoa/kernel/host';
import { newId } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
});
afterAll(() => at?.close());

test('a price is set with its paper and day by the clerk, shown at the building, and reaches the kits', async () => {
  const clerk = at.as('钱能耗');
  const building = await aBuilding(clerk, at.ids.bureau);
  const [meter, gas] = [await aMeter(clerk, building), await aMeter(clerk, building, { carrier: 'gas' })];
  const given = async () => {
    const found = new Map<string, unknown>();
    for (const source of energy.risks!) {
      const cases = await reading(
        at.kernel,
        { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' },
        (tx, context) => source.gather(tx, ['2026-03-01', '2026-04-01'], context),
      );
      for (const { subject, inputs } of cases)
        if ([building, meter].includes(subject.id))
          found.set(source.kit, (inputs as { priceFenPerKwh: number | null }).priceFenPerKwh);
    }
    return Object.fromEntries(found);
  };
  expect(await given()).toEqual({ 'off-hours-load': null, 'use-over-baseline': null });
  const said = { building, from: '2026-01-01', fenPerUnit: 68.525, document: '2026年购电合同' };
  expect(code(await at.as('周敏').run('energy.set-price', said))).toBe('not-your-right');
  expect(code(await clerk.run('energy.set-price', { ...said, toExclusive: '2026-01-01' }))).toBe('period-backwards');
  expect(code(await clerk.run('energy.set-price', { ...said, meter: gas }))).toBe('meter-not-fitting');
  expect(code(await clerk.run('energy.set-price', { ...said, document: '' }))).toBe('input-not-fitting');
  const requestId = newId();
  for (let twice = 0; twice < 2; twice += 1)
    expect(code(await clerk.run('energy.set-price', said, requestId))).toBe('done');
  await clerk.does('energy.set-price', { ...said, meter, fenPerUnit: 50, document: '专线协议' });
  expect(await given()).toEqual({ 'off-hours-load': 68.525, 'use-over-baseline': 50 });
  const { prices } = (await clerk.read('energy.building', { id: building })) as { prices: unknown[] };
  expect(prices).toMatchObject([
    { fenPerUnit: 50, document: '专线协议', meter: expect.any(String) },
    { fenPerUnit: 68.525, document: '2026年购电合同', meter: null, from: '2026-01-01', toExclusive: null },
  ]);
});
