/** A verdict as a sentence that names the paper, the two numbers and what follows. Neutral: it states, it does not accuse. */
import type { Words } from '../words.ts';
import type { Direction, Verdict } from './check.ts';
import type { Source, StandardValue } from './standard.ts';
import { withUnit } from './units.ts';

const limits: Readonly<Record<Direction, { zh: string; en: string; off: Words }>> = {
  'at-most': { zh: '上限', en: 'at most', off: { zh: '高于', en: 'above' } },
  'less-than': { zh: '上限（不含本数）', en: 'less than', off: { zh: '不低于', en: 'not below' } },
  'at-least': { zh: '下限', en: 'at least', off: { zh: '低于', en: 'below' } },
  'more-than': { zh: '下限（不含本数）', en: 'more than', off: { zh: '不高于', en: 'not above' } },
  is: { zh: '要求', en: 'required', off: { zh: '不同于', en: 'different from' } },
  'one-of': { zh: '可选项', en: 'one of', off: { zh: '不在', en: 'not among' } },
  'all-of': { zh: '必备项', en: 'all of', off: { zh: '未包含全部', en: 'lacks some of' } },
};

/** `explain(check(price, 20000000n))` -> 「公务用车购置价格上限：200000 元，高于《…办法》（…）第七条（一）的上限 120000 元，相差 80000 元。…」 */
export function explain(verdict: Verdict): Words {
  const observed = withUnit(verdict.observed, verdict.unit);
  const allowed = withUnit(verdict.allowed, verdict.unit);
  const limit = limits[verdict.direction];
  const paper = paperOf(verdict.source, verdict.confidence === 'project-default');
  const since = { zh: `（${verdict.version}起）`, en: ` (since ${verdict.version})` };
  const waived = verdict.waiver
    ? {
        zh: `本地取值依据${verdict.waiver.signedBy}${verdict.waiver.paper}，至${verdict.waiver.until}止。`,
        en: ` The local value rests on ${verdict.waiver.paper} of ${verdict.waiver.signedBy}, until ${verdict.waiver.until}.`,
      }
    : { zh: '', en: '' };
  if (verdict.outcome === 'ok') {
    return {
      zh: `${verdict.title.zh}：${observed.zh}，符合${paper.zh}${since.zh}的${limit.zh} ${allowed.zh}。${waived.zh}`,
      en: `${verdict.title.en}: ${observed.en}, within ${limit.en} ${allowed.en} of ${paper.en}${since.en}.${waived.en}`,
    };
  }
  const gap = gapOf(verdict);
  const next = nextOf(verdict);
  return {
    zh: `${verdict.title.zh}：${observed.zh}，${limit.off.zh}${paper.zh}${since.zh}的${limit.zh} ${allowed.zh}${gap.zh}。${waived.zh}${next.zh}`,
    en: `${verdict.title.en}: ${observed.en}, ${limit.off.en} the limit (${limit.en} ${allowed.en}) of ${paper.en}${since.en}${gap.en}.${waived.en} ${next.en}`,
  };
}

function gapOf(verdict: Verdict): Words {
  if (verdict.difference === null || verdict.difference === 0) return { zh: '', en: '' };
  const gap = withUnit(Math.abs(verdict.difference) as StandardValue, verdict.unit);
  return { zh: `，相差 ${gap.zh}`, en: `, by ${gap.en}` };
}

function nextOf(verdict: Verdict): Words {
  if (verdict.draft) return { zh: '这是草案推演，不影响办理。', en: 'A draft was tried out; nothing is held up.' };
  if (verdict.outcome === 'block')
    return { zh: '依据已核实，按此不能办理。', en: 'The source is confirmed: this cannot go ahead as it is.' };
  if (verdict.confidence === 'project-default') {
    return {
      zh: '该值为系统默认值，请核对后办理。',
      en: 'The value is a default of the program: please verify before going on.',
    };
  }
  if (verdict.outcome === 'warn')
    return {
      zh: '该依据仅有一个来源，请核对后办理。',
      en: 'The source is a single one: please verify before going on.',
    };
  return { zh: '该依据尚待核对原文，仅供参考。', en: 'The source is yet to be verified: for information only.' };
}

/** 《办法》（号）第七条 */
function paperOf(source: Source, isDefault: boolean): Words {
  const title = isDefault || /^[《“]/.test(source.document) ? source.document : `《${source.document}》`;
  return {
    zh: `${title}${source.number ? `（${source.number}）` : ''}${source.article ?? ''}`,
    en: `${title}${source.number ? ` (${source.number})` : ''}${source.article ? ` ${source.article}` : ''}`,
  };
}
