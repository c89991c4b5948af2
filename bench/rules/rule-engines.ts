import { Engine, type ConditionProperties, type NestedCondition } from 'json-rules-engine';
import { RuleEngine } from 'node-rules';
import type { Condition, Rule } from '../../risk-centre/methods/rules/rule.ts';
import type { MadeEvent } from './made-rules.ts';

/** An engine as its readers would set it up: which rules an event hits. */
export type Asked = (event: MadeEvent) => Promise<number>;

const operators = {
  equal: 'equal',
  above: 'greaterThan',
  'at-least': 'greaterThanInclusive',
  below: 'lessThan',
  'at-most': 'lessThanInclusive',
  'one-of': 'in',
} as const;

function asJson(condition: Condition): ConditionProperties {
  const operator = operators[condition.is as keyof typeof operators];
  const value = 'than' in condition ? condition.than : 'of' in condition ? condition.of : undefined;
  return { fact: condition.field, operator, value };
}

/** The kind of event is a condition like the others, asked first, so that the rest of a rule of another kind is left alone. */
export function jsonRulesEngine(rules: readonly Rule[]): Asked {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { id, event, all } of rules) {
    const kind: NestedCondition = { fact: 'kind', operator: 'equal', value: event, priority: 10 };
    engine.addRule({ conditions: { all: [kind, ...all.map(asJson)] }, event: { type: id } });
  }
  return async ({ kind, fields }) => (await engine.run({ kind, ...fields })).events.length;
}

type Fields = Readonly<Record<string, unknown>>;

function test(condition: Condition): (fields: Fields) => boolean {
  const { field } = condition;
  switch (condition.is) {
    case 'equal': {
      const { than } = condition;
      return (fields) => fields[field] === than;
    }
    case 'one-of': {
      const of: readonly unknown[] = condition.of;
      return (fields) => of.includes(fields[field]);
    }
    case 'above':
    case 'at-least':
    case 'below':
    case 'at-most': {
      const { is, than } = condition;
      if (is === 'above') return (fields) => (fields[field] as number) > than;
      if (is === 'at-least') return (fields) => (fields[field] as number) >= than;
      if (is === 'below') return (fields) => (fields[field] as number) < than;
      return (fields) => (fields[field] as number) <= than;
    }
    default:
      throw new Error(`not set up: ${condition.is}`);
  }
}

/** Its conditions are functions already. It is told that facts do not change, which spares it comparing them after each rule. */
export function nodeRules(rules: readonly Rule[]): Asked {
  const engine = new RuleEngine(
    rules.map(({ id, event, all }) => {
      const [a, b, c] = all.map(test);
      return {
        id,
        condition: (api: { when(outcome: boolean): void }, fact: Fields) =>
          api.when(fact['kind'] === event && a!(fact) && b!(fact) && c!(fact)),
        consequence: (api: { next(): void }) => api.next(),
      };
    }),
    { ignoreFactChanges: true },
  );
  return ({ kind, fields }) =>
    new Promise((resolve) => engine.execute({ kind, ...fields }, ({ matchPath }) => resolve(matchPath?.length ?? 0)));
}
