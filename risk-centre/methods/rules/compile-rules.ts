/**
 * Rules compiled by kind of event: an event meets the rules of its own kind alone, each a chain of closures over validated data, so that no text of a rule
 * ever becomes a program. What a hit rests on is written down only where there is one.
 */
import type { Condition, Rule } from './rule.ts';

export type FieldValue = string | number | boolean | null | undefined;
export type EventFields = Readonly<Record<string, FieldValue>>;

/** A condition as the rule says it, and the value that met it. */
export interface MetCondition {
  readonly condition: Condition;
  readonly found: FieldValue;
  /** The other field's value, where two fields are compared. */
  readonly beside?: FieldValue;
}

export interface RuleHit {
  readonly rule: Rule;
  readonly because: readonly MetCondition[];
}

/** The hits of one event, in the order of the rules. Stateless: nothing is remembered from one event to the next. */
export type Judge = (kind: string, fields: EventFields) => readonly RuleHit[];

type Test = (fields: EventFields) => boolean;

interface CompiledRule {
  readonly rule: Rule;
  readonly holds: Test;
}

const none: readonly RuleHit[] = [];

/** @param rules as `readRules` answers them */
export function compileRules(rules: readonly Rule[]): Judge {
  const byKind = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const own = byKind.get(rule.event);
    const compiled = { rule, holds: allOf(rule.all.map(testOf)) };
    if (own) own.push(compiled);
    else byKind.set(rule.event, [compiled]);
  }
  return (kind, fields) => {
    const own = byKind.get(kind);
    if (own === undefined) return none;
    let hits: RuleHit[] | null = null;
    for (let i = 0; i < own.length; i += 1) {
      const { rule, holds } = own[i]!;
      if (!holds(fields)) continue;
      const hit = { rule, because: rule.all.map((condition) => metBy(condition, fields)) };
      if (hits === null) hits = [hit];
      else hits.push(hit);
    }
    return hits ?? none;
  };
}

function metBy(condition: Condition, fields: EventFields): MetCondition {
  const found = fields[condition.field];
  return isOfTwo(condition) ? { condition, found, beside: fields[condition.than] } : { condition, found };
}

const isOfTwo = (
  condition: Condition,
): condition is Extract<Condition, { is: 'above-field' | 'below-field' | 'equal-field' }> =>
  condition.is === 'above-field' || condition.is === 'below-field' || condition.is === 'equal-field';

function allOf(tests: readonly Test[]): Test {
  const [a, b, c] = tests;
  if (!a) return () => true;
  if (!b) return a;
  if (!c) return (fields) => a(fields) && b(fields);
  if (tests.length === 3) return (fields) => a(fields) && b(fields) && c(fields);
  const rest = allOf(tests.slice(3));
  return (fields) => a(fields) && b(fields) && c(fields) && rest(fields);
}

function testOf(condition: Condition): Test {
  const { field } = condition;
  switch (condition.is) {
    case 'equal': {
      const { than } = condition;
      return (fields) => fields[field] === than;
    }
    case 'other': {
      const { than } = condition;
      return (fields) => {
        const value = fields[field];
        return value !== than && value !== null && value !== undefined;
      };
    }
    case 'above': {
      const { than } = condition;
      return (fields) => {
        const value = fields[field];
        return typeof value === 'number' && value > than;
      };
    }
    case 'at-least':
      return within(field, condition.than, Infinity);
    case 'below': {
      const { than } = condition;
      return (fields) => {
        const value = fields[field];
        return typeof value === 'number' && value < than;
      };
    }
    case 'at-most':
      return within(field, -Infinity, condition.than);
    case 'between':
      return within(field, condition.from, condition.to);
    case 'one-of': {
      const of = new Set<FieldValue>(condition.of);
      return (fields) => of.has(fields[field]);
    }
    case 'none-of': {
      const of = new Set<FieldValue>(condition.of).add(null).add(undefined);
      return (fields) => !of.has(fields[field]);
    }
    case 'begins': {
      const start = condition.with;
      return (fields) => {
        const value = fields[field];
        return typeof value === 'string' && value.startsWith(start);
      };
    }
    case 'given':
      return (fields) => fields[field] !== null && fields[field] !== undefined;
    case 'missing':
      return (fields) => fields[field] === null || fields[field] === undefined;
    case 'above-field':
    case 'below-field': {
      const [high, low] = condition.is === 'above-field' ? [field, condition.than] : [condition.than, field];
      return (fields) => {
        const [a, b] = [fields[high], fields[low]];
        return typeof a === 'number' && typeof b === 'number' && a > b;
      };
    }
    case 'equal-field': {
      const { than } = condition;
      return (fields) => {
        const value = fields[field];
        return value !== null && value !== undefined && value === fields[than];
      };
    }
  }
}

function within(field: string, from: number, to: number): Test {
  return (fields) => {
    const value = fields[field];
    return typeof value === 'number' && value >= from && value <= to;
  };
}
