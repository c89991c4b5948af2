import { expect } from 'vitest';
import type { Whereabouts } from '../../domains/vehicles/positions/answers.ts';
import { said, soon } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

const at = (place: Whereabouts['vehicles'][number]['place']) => ({
  latitude: place!.latitude,
  longitude: place!.longitude,
});

/** 轨迹: from the map of now to the replay of the trip that is under way, and what is not shown. */
test('F04 F10 a dispatcher sees where vehicles on duty are, opens a running trip’s track and plays it; the look is on record', async ({
  as,
  through,
  watch,
}) => {
  watch.allow(/status of 404/);
  // What the demo sent may be half an hour old by now, and shown as stale: the terminal says once more where it is.
  const { body } = await (await through('吴静')).read('vehicles.whereabouts');
  const { place } = (body as Whereabouts).vehicles.find(({ plate }) => plate === '青A·10005')!;
  await (
    await through('郑强')
  ).does('vehicles.receive-positions', {
    terminals: [{ number: '13800130005', positions: [{ at: new Date().toISOString(), ...at(place), speedKmh: 40 }] }],
  });
  const page = await as('吴静');
  await page.goto('/vehicles/where');
  const out = page.locator('.v-where-list li', { hasText: '青A·10005' });
  await said(out, '出车中');
  await soon(() => page.locator('.v-where-car').count()).toBeGreaterThan(0);
  // A vehicle without a terminal is not in the list.
  expect(await page.locator('.v-where-list li', { hasText: '青A·10006' }).count()).toBe(0);
  await out.locator('a').click();
  await page.getByRole('button', { name: '调阅轨迹' }).click();
  await page.waitForURL(/\/vehicles\/tracks\//);
  await said(page.locator('.k-page'), '本次调阅已记录');
  const slider = page.getByRole('slider');
  const from = Number(await slider.inputValue());
  await page.getByRole('button', { name: '600×' }).click();
  await page.getByRole('button', { name: '播放' }).click();
  await soon(async () => Number(await slider.inputValue())).toBeGreaterThan(from + 60_000);
  await page.getByRole('button', { name: '暂停' }).click();
  await slider.press('Home');
  expect(Number(await slider.inputValue())).toBe(from);

  const small = await as('吴静', { viewport: phone });
  await small.goto(page.url());
  await said(small.locator('.k-page'), '轨迹里程');
  expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );

  const clerk = await as('郑强');
  await clerk.goto('/vehicles/viewings');
  await said(clerk.locator('.k-table'), '吴静');
  // Through another's window nobody looks.
  await clerk.goto(page.url());
  await said(clerk.locator('.k-page, main'), /没有找到|不存在|看不到/);
});
