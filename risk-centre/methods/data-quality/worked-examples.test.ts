import { isCreditCode, isIdNumber, isVin } from '@opengoa/kernel/exchange';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { fellegiSunter } from './fellegi-sunter.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import examples from './worked-examples.json' with { type: 'json' };

test('the worked codes have the check digits that were published, and no other', () => {
  const credit = examples['dq.uscc_check'];
  const identity = examples['dq.id18_check'];
  const fits = (digits: string, whole: (digit: string) => boolean) => [...digits].filter(whole).join('');
  expect(fits('0123456789ABCDEFGHJKLMNPQRTUWXY', (digit) => isCreditCode(credit.input.code17 + digit))).toBe(
    credit.expected.check,
  );
  expect(fits('0123456789X', (digit) => isIdNumber(identity.input.id17 + digit))).toBe(identity.expected.check);
  const { vin } = examples['dq.vin_check'].input;
  expect(fits('0123456789X', (digit) => isVin(vin.slice(0, 8) + digit + vin.slice(9)))).toBe(
    examples['dq.vin_check'].expected.check_digit,
  );
});

test('the worked names are as alike as published', () => {
  const { input, expected } = examples['dq.jaro_winkler'];
  for (const [i, [a, b]] of input.pairs.entries()) {
    const found = jaroWinkler(a!, b!);
    expect(found.jaro).toSatisfy(near(expected.jaro[i]!));
    expect(found.jaroWinkler).toSatisfy(near(expected.jaro_winkler[i]!));
  }
  expect(jaroWinkler('', '')).toEqual({ jaro: 1, jaroWinkler: 1 });
  expect(jaroWinkler('教育局', '')).toEqual({ jaro: 0, jaroWinkler: 0 });
});

test('a name is like itself, and likeness stays in its bounds', () => {
  const name = fc
    .array(fc.constantFrom(...'省市教育民政水利局'), { minLength: 1, maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(name, name, (a, b) => {
      const { jaro, jaroWinkler: both } = jaroWinkler(a, b);
      expect(jaro >= 0 && jaro <= both && both <= 1 + 1e-12).toBe(true);
      expect(jaroWinkler(a, a).jaroWinkler).toBeCloseTo(1, 12);
    }),
  );
});

test('the worked pair: two fields agree, and the prior keeps it improbable', () => {
  const { input, expected } = examples['dq.fellegi_sunter'];
  const fields = input['fields(m,u,agree)'].map(([m, u, agrees]) => ({ m: m!, u: u!, agrees: agrees === 1 }));
  const found = fellegiSunter(fields, input.prior_match);
  for (const [i, bits] of expected.weights_bits.entries()) expect(found.weights[i]).toSatisfy(near(bits));
  expect(found.prior).toSatisfy(near(expected.prior_bits));
  expect(found.total).toSatisfy(near(expected.total_bits));
  expect(found.probability).toSatisfy(near(expected.probability));
  expect(() => fellegiSunter(fields, 0)).toThrow(RangeError);
});
