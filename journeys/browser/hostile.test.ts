import { describe, expect } from 'vitest';
import { walkAll } from './all-pages.ts';
import { dayAfter, said } from './on-the-page.ts';
import { test } from './open-program.ts';

/** What people type is text, on every screen, however it is written. */

const script = '<img src=x onerror="window.hostile=1"><script>window.hostile=2</script>';
const template = '{{7*7}}${7*7}<svg/onload=window.hostile=3>';
const long = '无断行之长名'.repeat(34).slice(0, 200);
const oneWord = 'W'.repeat(60);

describe('hostile text', () => {
  let trip = '';

  test('is typed into everything an office names', async ({ through }) => {
    // Units, people, vehicles, trips, opinions.
    const system = await through('许志远');
    const session = (await system.session()) as unknown as { unit: { id: string } };
    const today = dayAfter(new Date(Date.now() - 86_400_000).toISOString());
    await system.does('kernel.found-unit', {
      parent: session.unit.id,
      name: `${script}${long}`.slice(0, 200),
      kind: 'division',
      level: 'city',
      from: today,
    });
    await system.does('kernel.register-person', {
      unit: session.unit.id,
      name: `${script}${oneWord}`.slice(0, 100),
      from: today,
    });
    const clerk = await through('郑强');
    const { unit } = (await clerk.session()) as unknown as { unit: { id: string } };
    await clerk.does('vehicles.register-vehicle', {
      unit: unit.id,
      plate: '<b>青A</b>·9999999',
      make: `${template}${oneWord}`.slice(0, 60),
      model: `${script}`.slice(0, 60),
      modelYear: 2022,
      category: 'emergency-support',
      body: 'sedan',
      power: 'petrol',
      seats: 5,
      displacementL: 1.5,
      priceFen: 10_000_000,
      inServiceDay: '2022-06-01',
      odometerKm: 1,
    });
    const asker = await through('周敏');
    const plan = {
      use: 'general-affairs',
      from: `${template}${oneWord}`.slice(0, 100),
      to: `${script}${oneWord}`.slice(0, 100),
      startsAt: `${dayAfter(new Date(Date.now() + 20 * 86_400_000).toISOString())}T09:00:00+08:00`,
      endsAt: `${dayAfter(new Date(Date.now() + 20 * 86_400_000).toISOString())}T11:00:00+08:00`,
      people: 2,
      distanceKm: 20,
      crossCity: false,
      note: long,
    };
    ({ trip } = await asker.does<{ trip: string }>('vehicles.request-trip', {
      ...plan,
      purpose: `${script}${long}`.slice(0, 200),
    }));
    const { trip: waiting } = await asker.does<{ trip: string }>('vehicles.request-trip', { ...plan, purpose: long });
    await (await through('何涛')).does('vehicles.approve-trip', { trip, opinion: `${script}${template}${long}` });
    expect(waiting).toBeTruthy();
    // A window that waits, and what it is told to be for.
    const officer = await through('沈洁');
    const { person } = (await (await through('秦正')).session()) as unknown as { person: { id: string } };
    await officer.does('risk-centre.propose-window', {
      units: [((await officer.session()) as unknown as { unit: { id: string } }).unit.id],
      inspectors: [person.id],
      paper: `${script}${oneWord}`.slice(0, 120),
      purpose: `${script}${template}${long}`,
      from: today,
      to: dayAfter(new Date(Date.now() + 20 * 86_400_000).toISOString()),
    });
  });

  for (const name of ['周敏', '何涛', '吴静', '郑强', '沈洁', '秦正', '林芳', '许志远'] as const)
    test(`SEC-WB-03 on every screen of ${name} it runs no script, draws nothing and breaks no page`, async ({ as }) => {
      expect(trip).not.toBe('');
      const wrong = await walkAll(await as(name), {
        readable: false,
        async also(at, where) {
          const drawn = await at.evaluate(() => ({
            ran: (window as unknown as { hostile?: number }).hostile ?? 0,
            images: document.querySelectorAll('img[src="x"], svg[onload], script:not([src])').length,
          }));
          expect({ where, ...drawn }).toEqual({ where, ran: 0, images: 0 });
        },
      });
      expect(wrong).toEqual({});
      // Two dozen pages and more for some.
    }, 400_000);

  test('SEC-WB-03 it is there to be read, letter by letter', async ({ as }) => {
    const page = await as('周敏');
    await page.goto(`/vehicles/trips/${trip}`);
    await said(page.locator('main'), '<img src=x onerror="window.hostile=1">');
    await page.goto('/');
    await page.getByRole('combobox', { name: /搜索/ }).fill('无断行之长名');
    await page.getByRole('option').first().waitFor();
    expect(await page.evaluate(() => (window as unknown as { hostile?: number }).hostile ?? 0)).toBe(0);
  });

  test('SEC-IN-10 marks that turn the reading direction are refused in words', async ({ as, watch }) => {
    watch.allow(/status of 4(?:00|22)/);
    const page = await as('周敏');
    await page.goto('/vehicles/ask');
    const day = dayAfter(new Date(Date.now() + 30 * 86_400_000).toISOString());
    await page.getByLabel('事由').fill('报告\u202Efdp.exe');
    await page.getByLabel('出发时间').fill(`${day} 09:00`);
    await page.keyboard.press('Enter');
    await page.getByLabel('预计返回').fill(`${day} 11:30`);
    await page.keyboard.press('Enter');
    await page.getByLabel('目的地').fill('市档案馆');
    await page.getByLabel('往返里程').fill('26');
    await page.getByLabel('乘车人数').fill('3');
    await page.getByRole('button', { name: '提交' }).click();
    await said(page.locator('.k-errors'), '事由');
    await page.getByRole('button', { name: '不要草稿' }).or(page.locator('h1')).first().waitFor();
  });
});
