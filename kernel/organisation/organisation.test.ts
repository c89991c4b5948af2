import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organisationOn, type OrganisationRows, type Unit } from './organisation.ts';

const unit = (id: string, parent: string | null, more: Partial<Unit> = {}): Unit => ({
  id,
  code: null,
  name: id,
  shortName: null,
  kind: 'institution',
  level: 'city',
  regionCode: null,
  parent,
  position: 0,
  validFrom: '2020-01-01',
  validTo: null,
  successors: [],
  ...more,
});
const rows = (units: readonly Unit[], more: Partial<OrganisationRows> = {}): OrganisationRows => ({
  units,
  posts: [],
  holdings: [],
  postRoles: [],
  standIns: [],
  ...more,
});

describe('the tree on a day', () => {
  const tree = organisationOn(
    '2026-03-05',
    rows([
      unit('province', null, { kind: 'region', regionCode: '99' }),
      unit('city', 'province', { kind: 'region', regionCode: '9901' }),
      unit('bureau', 'city'),
      unit('office', 'bureau', { kind: 'division' }),
    ]),
  );

  test('a right with all below covers below and never above or beside', () => {
    expect(tree.covers('city', 'office', true)).toBe(true);
    expect(tree.covers('city', 'office', false)).toBe(false);
    expect(tree.covers('office', 'city', true)).toBe(false);
    expect(tree.covers('bureau', 'bureau', false)).toBe(true);
  });

  test('a division belongs to its institution; standards walk from the nation down', () => {
    expect(tree.institutionOf('office')?.id).toBe('bureau');
    expect(tree.place('office').map(({ code }) => code)).toEqual(['99', '9901']);
    expect(tree.unitsBelow('city').toSorted()).toEqual(['bureau', 'city', 'office']);
  });

  test('a merged unit is covered by whoever covers its successor, also after the successor moved', () => {
    const merged = organisationOn(
      '2026-03-05',
      rows([
        unit('city', null),
        unit('other', null),
        unit('new', 'city'),
        unit('old', 'other', { validTo: '2026-01-01', successors: ['new'] }),
      ]),
    );
    expect(merged.covers('city', 'old', true)).toBe(true);
    expect(merged.covers('new', 'old', true)).toBe(true);
    expect(merged.chain('old').map(({ id }) => id)).toEqual(['old', 'new', 'city']);
  });

  test('a unit that was split is looked back on by each of its successors', () => {
    const split = organisationOn(
      '2026-03-05',
      rows([unit('a', null), unit('b', null), unit('was', null, { validTo: '2026-01-01', successors: ['a', 'b'] })]),
    );
    expect([split.covers('a', 'was', true), split.covers('b', 'was', true), split.covers('was', 'a', true)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('covers, chain and unitsBelow agree on random forests', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 40 }), (parents) => {
        const units = parents.map((parent, at) =>
          unit(String(at), at === 0 || parent % (at + 1) === at ? null : String(parent % at)),
        );
        const forest = organisationOn('2026-03-05', rows(units));
        for (const { id } of units) {
          const below = new Set(forest.unitsBelow(id));
          for (const other of units) {
            expect(forest.covers(id, other.id, true)).toBe(below.has(other.id));
            expect(forest.chain(other.id).some((each) => each.id === id)).toBe(below.has(other.id));
          }
        }
      }),
    );
  });
});
