import { describe, expect } from 'vitest';
import { said } from './on-the-page.ts';
import { test } from './open-program.ts';

describe('views shared in a unit', () => {
  test('one shares filters, a colleague applies them and sees their own rows, and the owner takes them back', async ({
    as,
    through,
  }) => {
    const owner = await as('周敏');
    await owner.goto('/vehicles/trips?f.state=settled');
    await owner.getByRole('button', { name: '视图' }).click();
    await owner.getByLabel('视图名称').fill('已结算的');
    await owner.getByRole('button', { name: '共享给本单位' }).click();
    await owner.getByRole('button', { name: /已结算的\s*我共享的/ }).waitFor();

    const colleague = await as('何涛');
    await colleague.goto('/vehicles/trips');
    await colleague.getByRole('button', { name: '视图' }).click();
    await colleague.getByRole('button', { name: /已结算的\s*周敏/ }).click();
    await colleague.waitForURL(/f\.state=settled/);
    expect(await colleague.getByRole('button', { name: '取消共享 已结算的' }).count()).toBe(0);

    const elsewhere = await through('石磊');
    const seen = await elsewhere.read('kernel.shared-views', { list: 'vehicles.trips' });
    expect(seen.body).toEqual({ views: [] });

    await owner.getByRole('button', { name: '取消共享 已结算的' }).click();
    await owner.getByText('还没有保存的视图').waitFor();
    await said(owner.locator('main'), '视图');
    await owner.getByRole('button', { name: /已结算的\s*我共享的/ }).waitFor({ state: 'detached' });
  });
});
