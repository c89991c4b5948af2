import { describe, expect, test } from 'vitest';
import { nobody, type Actor, type Grant } from '../actor.ts';
import { organisationOn, type Unit } from '../organisation/organisation.ts';
import { inScope } from './in-scope.ts';
import { grantsFor, mayAt, mayCome, scopeOf } from './rights.ts';

const unit = (id: string, parent: string | null): Unit => ({
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
});
const organisation = organisationOn('2026-03-05', {
  units: [unit('city', null), unit('bureau', 'city'), unit('garage', 'bureau'), unit('county', 'city')],
  posts: [],
  holdings: [],
  postRoles: [],
  standIns: [],
});

/** 何涛 leads the bureau with all below, and in the county is a clerk, there exactly. */
const grants: readonly Grant[] = [
  { role: 'head', unit: 'bureau', below: true },
  { role: 'clerk', unit: 'county', below: false },
];
const actor: Actor = {
  ...nobody(),
  kind: 'person',
  person: 'hetao',
  account: 'a',
  name: '何涛',
  unit: 'bureau',
  grants,
};
const known = { holds: false };

describe('SEC-AC-02 two rights of one person stay apart', () => {
  test('SEC-AC-02 each opens its own doors at its own place, and lends the other nothing', () => {
    expect(mayAt(actor, ['head'], { unit: 'garage' }, organisation, known)).toBe(true);
    expect(mayAt(actor, ['clerk'], { unit: 'county' }, organisation, known)).toBe(true);
    expect(mayAt(actor, ['head'], { unit: 'county' }, organisation, known)).toBe(false);
    expect(mayAt(actor, ['clerk'], { unit: 'garage' }, organisation, known)).toBe(false);
    expect(grantsFor(actor, ['clerk'])).toEqual([grants[1]]);
    expect(mayCome(actor, ['dispatcher'])).toBe(false);
  });

  test('SEC-AC-02 the database is told of the units of the asking right alone', () => {
    expect(scopeOf(actor, ['head'])).toEqual({ exact: [], below: ['bureau'] });
    expect(scopeOf(actor, ['clerk'])).toEqual({ exact: ['county'], below: [] });
    expect(scopeOf(actor, ['dispatcher'])).toEqual({ exact: [], below: [] });
  });

  test('SEC-AC-02 and so is a read that sums', () => {
    const units = (who: string) => inScope({ actor, organisation }, [who]).values;
    expect(units('head')).toEqual([['bureau', 'garage']]);
    expect(units('clerk')).toEqual([['county']]);
    expect(units('dispatcher')).toEqual([[]]);
  });
});

describe('SEC-AC-01 who comes to a door at all', () => {
  test('SEC-AC-01 nobody comes to a door that asks for anything; a machine never comes as itself', () => {
    const machine: Actor = { ...actor, kind: 'machine', person: null, grants: [] };
    for (const who of [['signed-in'], ['self'], ['holder'], ['head']]) expect(mayCome(nobody(), who)).toBe(false);
    expect(mayCome(nobody(), ['anyone'])).toBe(true);
    expect(mayCome(machine, ['self'])).toBe(false);
    expect(mayCome(machine, ['holder', 'head'])).toBe(false);
    expect(mayCome(machine, ['signed-in'])).toBe(true);
    expect(mayAt(nobody(), ['signed-in', 'self'], { unit: 'city', person: null }, organisation, known)).toBe(false);
  });

  test('SEC-AC-01 `self` is the person of the thing, `holder` whoever holds a task on a thing', () => {
    const place = { unit: 'county', person: 'hetao', object: 'o' };
    expect(mayAt(actor, ['self'], place, organisation, known)).toBe(true);
    expect(mayAt(actor, ['self'], { ...place, person: 'sun' }, organisation, known)).toBe(false);
    expect(mayAt(actor, ['self'], { unit: 'bureau' }, organisation, known)).toBe(false);
    expect(mayAt({ ...actor, standInFor: 'sun' }, ['self'], { ...place, person: 'sun' }, organisation, known)).toBe(
      true,
    );
    expect(mayAt(actor, ['holder'], place, organisation, known)).toBe(false);
    expect(mayAt(actor, ['holder'], place, organisation, { holds: true })).toBe(true);
    expect(mayAt(actor, ['holder'], { unit: 'county' }, organisation, { holds: true })).toBe(false);
  });
});
