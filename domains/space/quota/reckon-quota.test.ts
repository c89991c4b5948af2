import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotaSide, type QuotaTerms, ratioOf, servicePerHead, stepped } from './reckon-quota.ts';

const city = { upTo: 200, valueUpTo: 8, from: 400, valueFrom: 6, minuend: 1000, divisor: 100 };
const county = { upTo: 100, valueUpTo: 8, from: 200, valueFrom: 6, minuend: 500, divisor: 50 };
const annex = {
  canteenFirst: 3.7,
  canteenAbove: 2.6,
  canteenBreak: 100,
  garageFirst: 40,
  garageAbove: 38,
  garageBreak: 200,
  perGuard: 25,
  garageSpaces: 0,
  guards: 0,
};
const bureau: QuotaTerms = {
  posts: [
    { approved: 1, actual: 1, capM2: 24 },
    { approved: 3, actual: 2, capM2: 18 },
    { approved: 36, actual: 40, capM2: 9 },
  ],
  service: city,
  equipmentShare: 0.09,
  coefficient: 0.65,
  annex,
};

test('service rooms per head: flat, a line, flat, and no jump where they meet', () => {
  expect([100, 200, 300, 400, 900].map((people) => servicePerHead(people, city))).toEqual([8, 8, 7, 6, 6]);
  expect([100, 150, 200].map((people) => servicePerHead(people, county))).toEqual([8, 7, 6]);
  expect(servicePerHead(0, city)).toBe(0);
  expect(servicePerHead(30, null)).toBe(0);
});

test('a bureau of forty: offices by rank, service by heads, equipment by share, gross by the coefficient', () => {
  expect(quotaSide(bureau, 'approved')).toEqual({
    people: 40,
    officeM2: 24 + 54 + 324,
    servicePerHeadM2: 8,
    serviceM2: 320,
    equipmentM2: 64.98,
    basicM2: 786.98,
    basicGrossM2: 1210.74,
    canteenGrossM2: 148,
    annexGrossM2: 148,
    grossM2: 1358.74,
  });
  // Three more people than posts, one leader fewer: both denominators are told.
  expect(quotaSide(bureau, 'actual')).toMatchObject({ people: 43, officeM2: 24 + 36 + 360, serviceM2: 344 });
});

test('annexes: canteen and garage step, guards are counted', () => {
  expect(stepped(130, 3.7, 2.6, 100)).toBeCloseTo(448);
  const more = { ...bureau, annex: { ...annex, garageSpaces: 210, guards: 2 } };
  expect(quotaSide(more, 'approved').annexGrossM2).toBe(148 + 8000 + 380 + 50);
});

test('SA-02: a unit may be over as a whole with no room over, and the other way round', () => {
  // Two people of 9 m² in a room of 18 each, and a third empty office of 18: no room is over, the unit is.
  expect(ratioOf(54, 36)).toBe(1.5);
  // One office of 30 for a cap of 18, and two people without any: the room is over, the unit is not.
  expect(ratioOf(30, 36)).toBe(0.8333);
  expect(ratioOf(30, 0)).toBeNull();
});

test('a rank the standard does not know adds people and no office', () => {
  const side = quotaSide({ ...bureau, posts: [{ approved: 5, actual: 5, capM2: null }] }, 'approved');
  expect(side).toMatchObject({ people: 5, officeM2: 0, serviceM2: 40 });
});

test('more posts never mean less area', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 40 }), (people, more) => {
      const of = (approved: number) =>
        quotaSide({ ...bureau, posts: [{ approved, actual: 0, capM2: 9 }] }, 'approved').basicM2;
      expect(of(people + more)).toBeGreaterThanOrEqual(of(people));
    }),
  );
});
