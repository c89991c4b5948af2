import { newId, verb } from '@opengoa/kernel';
import { deskOf } from '../alerts/week.ts';
import { allHold } from '../methods/patterns/condition.ts';
import { DraftRules, FindingsMarked, RuleDrafted } from './contract.ts';
import { kitTitles, minedCases } from './features.ts';
import { fromKitsThatMet, fromVerdicts } from './propose-rules.ts';
import { marksOf, miningStandard, ruleOf, rulesWhere } from './rule-store.ts';
import { sql } from '@opengoa/kernel';

/**
 * 拟出规律草案: of the findings of one desk, conditions that cases found true share and others do not, and kits that hardly ever meet. What was proposed once is not proposed again, whatever
 * became of it. New findings that meet a draft are counted beside it and nothing is raised; those that meet a signed rule are marked with it.
 */
export const draftRules = verb('risk-centre.draft-rules', {
  title: { zh: '拟出规律草案', en: 'Draft rules' },
  input: DraftRules,
  who: ['job'],
  internal: true,
  facts: [RuleDrafted, FindingsMarked],
  refusals: [],
  async load(tx, { desk, mines }) {
    const rules = await rulesWhere(tx, sql`unit_id = ${desk}`);
    const open = rules.filter(({ state }) => state === 'draft' || state === 'live');
    return {
      rules,
      open,
      marks: await marksOf(
        tx,
        open.map(({ id }) => id),
      ),
      cases: mines || open.length > 0 ? await minedCases(tx) : [],
    };
  },
  at: (_known, { desk }) => ({ unit: desk }),
  decide({ rules, open, marks, cases }, { desk, mines, askedBy }, context) {
    const { organisation, today } = context;
    const own = cases.filter(({ unit }) => deskOf(organisation, unit) === desk);
    const standard = (item: string) => miningStandard(context, item);
    const limits = {
      support: standard('support'),
      lift: standard('lift'),
      q: standard('discovery'),
      seen: standard('seen'),
      share: standard('share'),
    };
    const titleOf = kitTitles(context.kits);
    const known = new Set(rules.map(({ key }) => key));
    const ofVerdicts = mines ? fromVerdicts(own, limits, titleOf) : undefined;
    const proposals = [
      ...(ofVerdicts?.status === 'ok' ? ofVerdicts.proposals : []),
      ...(mines ? fromKitsThatMet(own, limits, titleOf) : []),
    ].filter(({ key }) => !known.has(key));
    const drafted = proposals.map((body) =>
      RuleDrafted.of({ object: ruleOf({ id: newId() }), unit: desk, body: { ...body, foundUntil: today, askedBy } }),
    );
    const marked = open.flatMap((rule) => {
      const rows = own.filter(
        ({ id, raisedOn, features }) =>
          raisedOn > rule.foundUntil && !marks.has(`${rule.id} ${id}`) && allHold(rule.conditions, features),
      );
      if (rows.length === 0) return [];
      const body = {
        as: rule.state === 'live' ? ('live' as const) : ('shadow' as const),
        rows: rows.map(({ id }) => id),
      };
      return [FindingsMarked.of({ object: ruleOf(rule), unit: desk, body })];
    });
    return [...drafted, ...marked];
  },
});
