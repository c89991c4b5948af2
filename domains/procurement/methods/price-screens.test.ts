import { expect, test } from 'vitest';
import { priceScreens, type PriceScreens } from './price-screens.ts';

const rounded = (screens: PriceScreens) =>
  Object.fromEntries(
    Object.entries(screens).map(([name, value]) => [name, value === null ? null : Math.round(value * 1e6) / 1e6]),
  );

test('worked examples: one lowest far below a cluster, one that looks like competition, one whose figures were published', () => {
  expect(rounded(priceScreens([121, 100, 115, 112, 118]))).toEqual({
    n: 5,
    cv: 0.071604,
    spd: 0.21,
    diffp: 0.12,
    rd: 3.098387,
    altRd: 4,
    normRd: 2.285714,
    skew: -1.338504,
    kurt: 2.021017,
    ks: 0.371429,
  });
  expect(rounded(priceScreens([100, 101, 104, 109, 117]))).toEqual({
    n: 5,
    cv: 0.065711,
    spd: 0.17,
    diffp: 0.01,
    rd: 0.142979,
    altRd: 0.1875,
    normRd: 0.235294,
    skew: 1.093702,
    kurt: 0.37935,
    ks: 0.364706,
  });
  expect(rounded(priceScreens([1, 1.116505, 1.205007, 1.237298]))).toEqual({
    n: 4,
    cv: 0.093195,
    spd: 0.237298,
    diffp: 0.116505,
    rd: 1.862937,
    altRd: 1.929003,
    normRd: 1.472895,
    skew: -0.851759,
    kurt: -0.663834,
    ks: 0.363922,
  });
});

test('too few quotes have no screen, equal ones no ratio, and nothing is ever NaN', () => {
  expect(priceScreens([100])).toMatchObject({ n: 1, cv: null, spd: null, rd: null });
  expect(priceScreens([100, 110])).toMatchObject({ n: 2, cv: null, spd: 0.1, diffp: 0.1, rd: null });
  expect(priceScreens([100, 100, 100, 100])).toEqual({
    n: 4,
    cv: 0,
    spd: 0,
    diffp: 0,
    rd: null,
    altRd: null,
    normRd: null,
    skew: null,
    kurt: null,
    ks: null,
  });
  expect(priceScreens([90, 100, 100])).toMatchObject({ rd: null, altRd: null, kurt: null });
});
