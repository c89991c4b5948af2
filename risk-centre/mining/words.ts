import type { Words } from '@opengoa/kernel/contract';

export const ruleStateWords: Readonly<Record<string, Words>> = {
  draft: { zh: '草案，试运行中', en: 'Draft, being tried' },
  live: { zh: '已签署', en: 'Signed' },
  refused: { zh: '不采纳', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
};

export const ruleWayWords: Readonly<Record<string, Words>> = {
  verdicts: { zh: '属实案件的共同条件', en: 'what true cases share' },
  together: { zh: '少见的共现', en: 'kits that hardly ever meet' },
};

/** What a finding is to a rule. */
export const markWords: Readonly<Record<string, Words>> = {
  source: { zh: '来源', en: 'It came from' },
  shadow: { zh: '试运行中符合', en: 'Met while tried' },
  live: { zh: '签署后标明', en: 'Marked since signed' },
  withdrawn: { zh: '撤回前标明', en: 'Marked before taken back' },
};

export const adviceWords: Readonly<Record<string, Words>> = {
  sign: { zh: '可以签署', en: 'may be signed' },
  'go-on': { zh: '离下限太近，建议继续试运行', en: 'too near to the floor: go on trying' },
  drop: { zh: '确低于下限，不宜签署', en: 'surely below the floor' },
};

export const ruleRefusals: Readonly<Record<string, Words>> = {
  'rule-not-draft': { zh: '这条规律已经有了决定。', en: 'This rule has been decided already.' },
  'rule-not-live': { zh: '只有已签署的规律可以撤回。', en: 'Only a signed rule can be taken back.' },
  'own-proposal': {
    zh: '发起挖掘的人不能签署，请另一位领导签署。',
    en: 'Who asked for it does not sign it; another leader does.',
  },
  'rule-not-tried': {
    zh: '试运行中已核实 {found} 件，至少需要 {needed} 件，再试一段时间后签署。',
    en: 'Of its new cases {found} were looked into; {needed} are needed before it is signed.',
  },
  'rule-below-floor': {
    zh: '试运行的命中率最多 {upper}%，低于下限，不宜签署；可以不采纳。',
    en: 'Tried, its precision is at most {upper} %, below the floor: it may be refused.',
  },
};
