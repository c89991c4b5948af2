import { refuse, verb } from '@opengoa/kernel';
import { RefuseRule, RuleRefused, RuleSigned, RuleWithdrawn, SignRule, WithdrawRule } from './contract.ts';
import { lockRule, ruleOf, shadowOf } from './rule-store.ts';

/** 签署规律: a leader, who did not ask for it, after its shadow run (RE-01, RE-15); what the run said stays on the Record. */
export const signRule = verb('risk-centre.sign-rule', {
  title: { zh: '签署规律', en: 'Sign the rule' },
  about: {
    zh: '签署后，符合条件的新异常在其页面上标明这条规律；可以撤回。',
    en: 'From then on new findings that meet it are marked with it on their page; it can be taken back.',
  },
  on: 'risk-centre.mined-rule',
  input: SignRule,
  who: ['leader'],
  facts: [RuleSigned],
  refusals: ['rule-not-draft', 'own-proposal', 'rule-not-tried', 'rule-below-floor'],
  async load(tx, { rule: id }, context) {
    const rule = await lockRule(tx, id);
    return { rule, shadow: await shadowOf(tx, rule, context) };
  },
  at: ({ rule }) => ({ unit: rule.unit }),
  decide({ rule, shadow: { run } }, { reason }, { actor }) {
    if (rule.state !== 'draft') return refuse('rule-not-draft', {}, { status: 409 });
    if (rule.askedBy !== null && rule.askedBy === actor.person) return refuse('own-proposal', {});
    if (run.status !== 'ok') {
      const [missing] = run.reasons;
      return refuse('rule-not-tried', { needed: missing?.needed ?? 0, found: missing?.found ?? 0 });
    }
    if (run.advice === 'drop') return refuse('rule-below-floor', { upper: Math.round(run.precision.upper * 100) });
    const body = { reason, reviewed: run.reviewed, wereTrue: run.wereTrue, share: { ...run.precision } };
    return [RuleSigned.of({ object: ruleOf(rule), unit: rule.unit, body })];
  },
});

/** 不采纳: it is kept with the reason, and not proposed again. */
export const refuseRule = verb('risk-centre.refuse-rule', {
  title: { zh: '不采纳', en: 'Refuse the rule' },
  on: 'risk-centre.mined-rule',
  input: RefuseRule,
  who: ['leader', 'risk-officer'],
  facts: [RuleRefused],
  refusals: ['rule-not-draft'],
  load: async (tx, { rule }) => ({ rule: await lockRule(tx, rule) }),
  at: ({ rule }) => ({ unit: rule.unit }),
  decide({ rule }, { reason }) {
    if (rule.state !== 'draft') return refuse('rule-not-draft', {}, { status: 409 });
    return [RuleRefused.of({ object: ruleOf(rule), unit: rule.unit, body: { reason } })];
  },
});

/** 撤回: what it marked is no longer told of it; the act and the reason stay on the Record. */
export const withdrawRule = verb('risk-centre.withdraw-rule', {
  title: { zh: '撤回规律', en: 'Take the rule back' },
  on: 'risk-centre.mined-rule',
  input: WithdrawRule,
  who: ['leader'],
  facts: [RuleWithdrawn],
  refusals: ['rule-not-live'],
  load: async (tx, { rule }) => ({ rule: await lockRule(tx, rule) }),
  at: ({ rule }) => ({ unit: rule.unit }),
  decide({ rule }, { reason }) {
    if (rule.state !== 'live') return refuse('rule-not-live', {}, { status: 409 });
    return [RuleWithdrawn.of({ object: ruleOf(rule), unit: rule.unit, body: { reason } })];
  },
});
