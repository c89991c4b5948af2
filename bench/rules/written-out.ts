import type { Condition, Rule } from '../../risk-centre/methods/rules/rule.ts';
import type { Judge, RuleHit } from '../../risk-centre/methods/rules/compile-rules.ts';

const signs = { equal: '===', above: '>', 'at-least': '>=', below: '<', 'at-most': '<=' } as const;

function written(condition: Condition): string {
  const value = `fields.${condition.field}`;
  if (condition.is === 'one-of')
    return `(${condition.of.map((each) => `${value} === ${JSON.stringify(each)}`).join(' || ')})`;
  if (!(condition.is in signs) || !('than' in condition)) throw new Error(`not written out: ${condition.is}`);
  return `${value} ${signs[condition.is as keyof typeof signs]} ${JSON.stringify(condition.than)}`;
}

/**
 * All rules as one function, as a programmer would write them by hand: the floor of the figure. The product never does this; here the rules are made by
 * the benchmark itself.
 */
export async function writtenOut(rules: readonly Rule[]): Promise<{ bare: Judge; explained: Judge }> {
  const body = (hit: (rule: Rule, at: number) => string) =>
    [...new Set(rules.map(({ event }) => event))]
      .map((event) => {
        const own = rules
          .map((rule, at) => ({ rule, at }))
          .filter(({ rule }) => rule.event === event)
          .map(({ rule, at }) => `if (${rule.all.map(written).join(' && ')}) (hits ??= []).push(${hit(rule, at)});`);
        return `case ${JSON.stringify(event)}:\n${own.join('\n')}\nbreak;`;
      })
      .join('\n');
  const because = ({ all }: Rule, at: number) =>
    all.map((each, i) => `{ condition: rules[${at}].all[${i}], found: fields.${each.field} }`).join(', ');
  const judge = (hit: (rule: Rule, at: number) => string) =>
    `(kind, fields) => { let hits = null; switch (kind) {\n${body(hit)}\n} return hits ?? none; }`;
  const source = `export const made = (rules, bareHits) => { const none = []; return {
bare: ${judge((_, at) => `bareHits[${at}]`)},
explained: ${judge((rule, at) => `{ rule: rules[${at}], because: [${because(rule, at)}] }`)} }; };`;
  const { made } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
    made: (rules: readonly Rule[], bareHits: readonly RuleHit[]) => { bare: Judge; explained: Judge };
  };
  return made(
    rules,
    rules.map((rule) => ({ rule, because: [] })),
  );
}
