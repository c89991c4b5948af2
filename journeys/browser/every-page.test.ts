import { describe, expect } from 'vitest';
import { walkAll } from './all-pages.ts';
import { desk, phone, test } from './open-program.ts';

/** Every page that somebody's navigation leads to: readable by everybody, nothing cut off, nothing left in the program's own words. */

describe('every page of the navigation', () => {
  for (const name of ['周敏', '何涛', '吴静', '孙师傅', '钱晓燕', '沈洁', '林芳', '方晴', '许志远'] as const)
    test(`as ${name} sees it, at ${desk.width} and ${phone.width} px`, async ({ as }) => {
      expect(await walkAll(await as(name))).toEqual({});
    });
});
