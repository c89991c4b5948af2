import type { Words } from '../words.ts';

/** What can be found wrong. Said neutrally: the program sees that something differs, not who did it or why. */
export const problemKinds = {
  edited: { zh: '第 {from} 条记录的内容或其杂凑与封存时不同', en: 'Entry {from} is not what was sealed' },
  deleted: { zh: '第 {from} 至 {to} 条记录已不在', en: 'Entries {from} to {to} are gone' },
  inserted: {
    zh: '第 {from} 与 {to} 条之间多出一条未经封存的记录',
    en: 'A fact that was never sealed stands between entries {from} and {to}',
  },
  reordered: { zh: '第 {from} 条记录的顺序与封存时不同', en: 'Entry {from} is out of its order' },
  'tail-cut': {
    zh: '已签名的第 {from} 至 {to} 条记录不在末尾',
    en: 'Entries {from} to {to}, signed in a tree head, are missing at the end',
  },
  'rolled-back': {
    zh: '记录止于第 {from} 条之前，而检查点已签到第 {to} 条：末尾被截去，或恢复了较早的副本',
    en: 'The Record ends before entry {from}, a checkpoint signed {to}: cut, or an older copy was put back',
  },
  'head-differs': {
    zh: '第 {from} 至 {to} 条之间与签名的树根不符',
    en: 'Entries {from} to {to} do not give the signed tree head',
  },
  'head-signature': {
    zh: '第 {to} 条处的树根签名不符',
    en: 'The signature of the tree head at entry {to} does not check',
  },
  'head-missing': { zh: '起始树根不在', en: 'The first tree head is missing' },
  rewritten: {
    zh: '第 {from} 至 {to} 条之间与已导出的检查点不符：记录被整体改写',
    en: 'Entries {from} to {to} do not give the exported checkpoint: the Record was rewritten',
  },
  'checkpoint-not-ours': { zh: '给出的检查点不是本节点签名的', en: 'The given checkpoint is not signed by this node' },
} as const satisfies Record<string, Words>;

export type ProblemKind = keyof typeof problemKinds;

export interface Problem {
  readonly kind: ProblemKind;
  /** First and last entry concerned; equal when it is one. */
  readonly from: number;
  readonly to: number;
  readonly factId: string | null;
}

/** Problems found, bounded: a rewritten Record has as many as it has entries. */
export class Problems {
  readonly #found: Problem[] = [];
  readonly #limit = 1_000;

  add(kind: ProblemKind, where: { from?: number; to: number; factId?: string }): void {
    if (this.#found.length < this.#limit) {
      this.#found.push({ kind, from: where.from ?? where.to, to: where.to, factId: where.factId ?? null });
    }
  }

  /** By the entry at which each shows: one that names its entry stands before the signed head that covers it. */
  inOrder(): Problem[] {
    return this.#found.toSorted((a, b) => a.to - b.to || b.from - a.from);
  }
}
