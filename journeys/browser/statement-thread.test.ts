import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { said } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** 统计月报 from the readings to the superior's acceptance. */

const month = '2019-05';

describe('the monthly statistics form', () => {
  test('pre-filled, asked about, corrected with a reason, signed, accepted above', async ({ as, through, watch }) => {
    // Refused on purpose: notes are open.
    watch.allow(/422 .*energy.submit-statement/s);
    const clerk = await as('钱晓燕');
    await clerk.goto('/energy/statements');
    await clerk.getByRole('button', { name: '生成月报' }).click();
    await clerk.getByRole('dialog').getByRole('combobox', { name: '单位' }).fill('临江市机关事务管理局');
    // Until the search answers, the clerk's own division stands there; its name begins the same.
    await clerk
      .locator('.ant-select-item-option', { hasText: /^临江市机关事务管理局$/ })
      .first()
      .click();
    await clerk.getByRole('dialog').getByLabel('月份').fill(month);
    await clerk.getByRole('dialog').getByRole('button', { name: '生成月报' }).click();
    await clerk.getByRole('dialog').waitFor({ state: 'detached' });
    const { body } = await (await through('钱晓燕')).read('energy.statements', { 'f.month': `${month}-01` });
    const { id } = (body as { rows: { id: string }[] }).rows[0]!;

    // What the meters say stands there, with where it comes from.
    await clerk.goto(`/energy/statements/${id}`);
    const form = clerk.getByRole('region', { name: '填报内容' });
    const electricity = form.getByRole('row', { name: /^电 / });
    await said(electricity, '表计');
    await electricity.getByRole('button', { name: /^电 消费量/ }).click();
    await said(clerk.getByRole('dialog'), '取自一块总表的当月用量');
    await said(clerk.getByRole('dialog'), '市行政中心5号楼');
    const taken = Number((await electricity.getByRole('button').first().textContent())!.replaceAll(',', ''));
    expect(taken).toBeGreaterThan(1_000);

    // A number a hundred times too large: the rules ask, and the form does not go out.
    await clerk
      .getByRole('dialog')
      .getByLabel('填报值')
      .fill(String(taken * 100));
    await clerk.getByRole('dialog').getByLabel('更正原因').fill('按账单填报');
    await clerk.getByRole('dialog').getByRole('button', { name: '更正' }).click();
    await said(clerk.locator('.e-notes'), '请核对计量单位或小数点');
    await clerk.getByRole('button', { name: '签字报送' }).click();
    await clerk.getByLabel('单位负责人').fill('冯局长');
    await clerk.getByLabel('统计负责人').fill('钱晓燕');
    await clerk.getByRole('dialog').getByRole('button', { name: '签字报送' }).click();
    await said(clerk.getByRole('dialog'), '没有更正或说明');
    await clerk.keyboard.press('Escape');

    // Corrected by the bill, a little beside the meter; the other notes are answered.
    await electricity.getByRole('button').first().click();
    await clerk
      .getByRole('dialog')
      .getByLabel('填报值')
      .fill(String(Math.round(taken * 1.04)));
    await clerk.getByRole('dialog').getByLabel('更正原因').fill('电费单含门卫室，未装分表');
    await clerk.getByRole('dialog').getByRole('button', { name: '更正' }).click();
    await said(clerk.locator('.e-notes'), '相差4.0%');
    for (;;) {
      const open = clerk.locator('.e-notes li', { hasText: '更正或说明' }).first();
      if ((await open.count()) === 0) break;
      const words = (await open.textContent())!.slice(0, 30);
      await open.getByRole('button', { name: '说明' }).click();
      await clerk.getByRole('dialog').getByRole('textbox').fill('已核对，属实');
      await clerk.getByRole('dialog').getByRole('button', { name: '保存说明' }).click();
      await clerk.locator('.e-notes li', { hasText: words }).waitFor({ state: 'detached' });
    }
    await clerk.getByRole('button', { name: '签字报送' }).click();
    await clerk.getByLabel('单位负责人').fill('冯局长');
    await clerk.getByLabel('统计负责人').fill('钱晓燕');
    await clerk.getByRole('dialog').getByRole('button', { name: '签字报送' }).click();
    await said(clerk.locator('main'), '待审核');

    // The form as it is filed.
    const [file] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '下载报表' }).click(),
    ]);
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');

    // The superior, on a phone.
    const superior = await as('韩非', { viewport: phone });
    await superior.goto(`/energy/statements/${id}`);
    await said(superior.locator('main'), '已更正');
    await superior.getByRole('button', { name: '审核通过' }).click();
    await superior.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
    await said(superior.locator('main'), '已审核');
    await superior.goto(`/energy/statement-sums?from=${month}&to=${month}`);
    await said(superior.locator('.e-form tfoot'), String(Math.round(taken * 1.04)).replace(/\B(?=(\d{3})+$)/g, ','));
  });
});
