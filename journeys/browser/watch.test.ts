import { expect } from 'vitest';
import { test } from './open-program.ts';

/** The watch over every page must itself be able to bite. */

test('SEC-WB-04 a page that errs, breaks its policy, throws, opens a dialog or asks another origin is noticed', async ({
  nobody,
  watch,
}) => {
  const page = await nobody();
  await page.goto('/');
  await page.getByLabel('账号').waitFor();
  expect(watch.faults).toEqual([]);
  await page.evaluate(() => {
    // oxlint-disable-next-line no-console -- this is what must be noticed
    console.error('said by the page');
    setTimeout(() => {
      throw new Error('thrown by the page');
    });
    const style = document.createElement('div');
    style.setAttribute('style', 'color: red');
    document.body.append(style);
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const picture = document.createElement('img');
    picture.src = 'http://127.0.0.2:9/picture.png';
    document.body.append(picture);
    alert('a dialog');
  });
  await page.waitForTimeout(300);
  const faults = watch.faults.splice(0).join('\n');
  for (const each of [
    /said by the page/,
    /thrown by the page/,
    /policy violated: script-src/,
    /policy violated: img-src|another origin/,
    /a script opened a dialog/,
  ])
    expect(faults).toMatch(each);
  expect(await page.evaluate(() => (window as unknown as { ran?: boolean }).ran ?? false)).toBe(false);
});
