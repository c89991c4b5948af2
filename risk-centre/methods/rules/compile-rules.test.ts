import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules, type EventFields, type FieldValue } from './compile-rules.ts';
import { type Condition, readRules, type Rule } from './rule.ts';

const title = { zh: '待核实', en: 'to be verified' };
const refuel = (all: unknown) => [{ id: 'refuel', event: 'fuel-entered', title, all }];

/** What the words of a condition say, slowly. */
function holds(condition: Condition, fields: EventFields): boolean {
  const value = fields[condition.field];
  const given = value !== undefined && value !== null;
  const number = typeof value === 'number' ? value : Number.NaN;
  const other = (name: string) => (typeof fields[name] === 'number' ? fields[name] : Number.NaN);
  if (condition.is === 'equal') return value === condition.than;
  if (condition.is === 'other') return given && value !== condition.than;
  if (condition.is === 'above') return number > condition.than;
  if (condition.is === 'at-least') return number >= condition.than;
  if (condition.is === 'below') return number < condition.than;
  if (condition.is === 'at-most') return number <= condition.than;
  if (condition.is === 'between') return number >= condition.from && number <= condition.to;
  if (condition.is === 'one-of') return condition.of.some((each) => each === value);
  if (condition.is === 'none-of') return given && condition.of.every((each) => each !== value);
  if (condition.is === 'begins') return typeof value === 'string' && value.startsWith(condition.with);
  if (condition.is === 'given') return given;
  if (condition.is === 'missing') return !given;
  if (condition.is === 'above-field') return number > other(condition.than);
  if (condition.is === 'below-field') return number < other(condition.than);
  if (condition.is === 'equal-field') return given && value === fields[condition.than];
  throw new Error('no such condition');
}

const naively = (rules: readonly Rule[], kind: string, fields: EventFields) =>
  rules.filter(({ event, all }) => event === kind && all.every((each) => holds(each, fields))).map(({ id }) => id);

const fieldName = fc.constantFrom('litres', 'limit', 'state', 'unit');
const number = fc.integer({ min: -3, max: 3 });
const text = fc.constantFrom('a', 'ab', 'b', '');
const single = fc.oneof(number, text, fc.boolean());
const several = fc.array(fc.oneof(number, text), { minLength: 1, maxLength: 3 });
const condition = fc.oneof(
  fc.record({ field: fieldName, is: fc.constantFrom('equal', 'other'), than: single }),
  fc.record({ field: fieldName, is: fc.constantFrom('above', 'at-least', 'below', 'at-most'), than: number }),
  fc.record({ field: fieldName, is: fc.constant('between'), from: number, to: number }),
  fc.record({ field: fieldName, is: fc.constantFrom('one-of', 'none-of'), of: several }),
  fc.record({ field: fieldName, is: fc.constant('begins'), with: fc.constantFrom('a', 'b') }),
  fc.record({ field: fieldName, is: fc.constantFrom('given', 'missing') }),
  fc.record({
    field: fieldName,
    is: fc.constantFrom('above-field', 'below-field', 'equal-field'),
    than: fieldName,
  }),
);
const kind = fc.constantFrom('fuel-entered', 'trip-settled', 'toString');
const rules = fc
  .array(
    fc.record({
      event: fc.constantFrom('fuel-entered', 'trip-settled'),
      all: fc.array(condition, { minLength: 1, maxLength: 8 }),
    }),
    { maxLength: 12 },
  )
  .map((some) => readRules(some.map((each, i) => ({ ...each, id: `rule-${i}`, title }))));
const value: fc.Arbitrary<FieldValue> = fc.oneof(single, fc.constantFrom(null, undefined, Number.NaN));
const fields: fc.Arbitrary<EventFields> = fc.dictionary(fieldName, value);

test('compiled rules find what their words say, in their order, and only for their kind', () => {
  fc.assert(
    fc.property(rules, fc.array(fc.tuple(kind, fields), { maxLength: 8 }), (some, events) => {
      const judge = compileRules(some);
      for (const [of, event] of events)
        expect(judge(of, event).map(({ rule }) => rule.id)).toEqual(naively(some, of, event));
    }),
    { numRuns: 300 },
  );
});

test('a hit names each condition with the value that met it, and an event is judged the same again', () => {
  fc.assert(
    fc.property(rules, fields, (some, event) => {
      const judge = compileRules(some);
      const hits = judge('fuel-entered', event);
      for (const { rule, because } of hits) {
        expect(because.map((each) => each.condition)).toEqual(rule.all);
        for (const met of because) {
          expect(met.found).toBe(event[met.condition.field]);
          expect(holds(met.condition, event)).toBe(true);
        }
      }
      expect(judge('fuel-entered', event)).toEqual(hits);
    }),
    { numRuns: 100 },
  );
});

test('more fuel than the tank holds, on a holiday, at no designated station', () => {
  const judge = compileRules(
    readRules(
      refuel([
        { field: 'litres', is: 'above-field', than: 'tankLitres' },
        { field: 'dayKind', is: 'one-of', of: ['holiday', 'weekend'] },
        { field: 'designated', is: 'equal', than: false },
      ]),
    ),
  );
  const fill = { litres: 82, tankLitres: 60, dayKind: 'holiday', designated: false };
  expect(judge('fuel-entered', fill)).toEqual([
    {
      rule: expect.objectContaining({ id: 'refuel' }),
      because: [
        { condition: { field: 'litres', is: 'above-field', than: 'tankLitres' }, found: 82, beside: 60 },
        { condition: { field: 'dayKind', is: 'one-of', of: ['holiday', 'weekend'] }, found: 'holiday' },
        { condition: { field: 'designated', is: 'equal', than: false }, found: false },
      ],
    },
  ]);
  expect(judge('fuel-entered', { ...fill, litres: 60 })).toEqual([]);
  expect(judge('fuel-entered', { ...fill, tankLitres: null })).toEqual([]);
  expect(judge('trip-settled', fill)).toEqual([]);
});

test.each([
  ['a comparison that there is not', [{ field: 'litres', is: 'runs', than: 'process.exit()' }]],
  ['a field that every object has', [{ field: 'constructor', is: 'given' }]],
  ['a field that is no name', [{ field: 'a"]);process.exit();//', is: 'given' }]],
  ['a limit that is no number', [{ field: 'litres', is: 'above', than: '60' }]],
  ['a part that says nothing', [{ field: 'litres', is: 'given', than: 3 }]],
  ['no condition', []],
])('a rule with %s is refused', (_, all) => {
  expect(() => readRules(refuel(all))).toThrow();
});

test('two rules of one name are refused', () => {
  const [one] = refuel([{ field: 'litres', is: 'given' }]);
  expect(() => readRules([one, one])).toThrow('refuel');
});
