import { describe, expect } from 'vitest';
import { walkAll } from './all-pages.ts';
import { desk, phone, test } from './open-program.ts';

/** Every page that somebody's navigation leads to: readable by everybody, nothing cut off, nothing left in the program's own words. */

/** Two dozen pages and more for some, each at two widths. */
const patience = 400_000;

describe('every page of the navigation', () => {
  for (const name of [
    '周敏',
    '何涛',
    '吴静',
    '孙师傅',
    '钱晓燕',
    '唐宁',
    '宋洁',
    '沈洁',
    '秦正',
    '林芳',
    '方晴',
    '许志远',
  ] as const)
    test(
      `SEC-WB-04 as ${name} sees it, at ${desk.width} and ${phone.width} px; nothing but our own origin is asked`,
      async ({ as, watch }) => {
        expect(await walkAll(await as(name))).toEqual({});
        // The watch ends the test red at the first request elsewhere, and the browser reaches nothing outside.
        expect(watch.asked).toBeGreaterThan(20);
      },
      patience,
    );
});
