import type { Calendar } from '../calendar/calendar.ts';
import type { Organisation, Unit } from '../organisation/organisation.ts';
import type { StandardSet } from '../standards/standards.ts';
import type { PlainRule, StepsWorld } from '../steps/steps.ts';

/** Answers the steps engine's questions from the organisation in memory: who holds a post, a role, who is above whom, who stands in. */
export function stepsWorld(organisation: Organisation, standards: StandardSet, calendar: Calendar): StepsWorld {
  const holdersAt = (unit: Unit, rule: { post: string } | { role: string }): readonly string[] =>
    'role' in rule
      ? organisation.holdersOfRole(rule.role, unit.id)
      : organisation.posts
          .filter((post) => post.unit === unit.id && post.title === rule.post)
          .flatMap((post) => organisation.holdersOfPost(post.id));

  const lookFrom = (unit: string, rule: Extract<PlainRule, { at: unknown }>): readonly string[] => {
    const { at } = rule;
    if (typeof at === 'object') {
      const named = organisation.unit(at.unit);
      return named ? holdersAt(named, rule) : [];
    }
    const chain = organisation.chain(unit);
    const looked = at === 'unit' ? chain.slice(0, 1) : at === 'above' ? chain.slice(1) : chain;
    for (const each of looked) {
      const found = holdersAt(each, rule);
      if (found.length > 0) return found;
    }
    return [];
  };

  /** Those who lead the nearest unit, at or above the person's own, that somebody else leads. */
  const superiorsOf = (person: string): readonly string[] => {
    const post =
      organisation.holdings.find((holding) => holding.person === person && holding.kind === 'main') ??
      organisation.holdings.find((holding) => holding.person === person);
    const unit = post ? organisation.post(post.post)?.unit : undefined;
    if (unit === undefined) return [];
    for (const each of organisation.chain(unit)) {
      const leaders = organisation.posts
        .filter((one) => one.unit === each.id && one.leads)
        .flatMap((one) => organisation.holdersOfPost(one.id));
      if (leaders.includes(person)) continue;
      if (leaders.length > 0) return leaders;
    }
    return [];
  };

  return {
    resolve(rule, about) {
      if ('person' in rule)
        return organisation.holdings.some(({ person }) => person === rule.person) ? [rule.person] : [];
      if ('superiorOf' in rule) return superiorsOf(rule.superiorOf);
      return lookFrom(about.unit, rule);
    },
    standInsFor: (person) => organisation.standInsFor(person).map((standIn) => standIn.person),
    standards,
    calendar,
  };
}
