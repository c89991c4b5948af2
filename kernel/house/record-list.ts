import { facts } from '../audit/facts.ts';
import type { Kernel } from '../kernel.ts';
import type { List } from '../reads/list.ts';
import type { Words } from '../words.ts';

/** A refused act leaves a fact of the kernel's own. */
const refused: Readonly<Record<string, Words>> = { 'kernel.Refused': { zh: '办理被拒绝', en: 'Act refused' } };

/** What each type of fact is called, in this house. */
export const factTitles = (kernel: Pick<Kernel, 'saves'>): ReadonlyMap<string, Words> =>
  new Map([...Object.entries(refused), ...[...kernel.saves.values()].map(({ fact, title }) => [fact, title] as const)]);

/** 操作记录 with the words of the whole house: acts and facts are chosen by their titles, not typed by their names. */
export function recordList(kernel: Kernel): List {
  const { verb, type } = facts.columns;
  const byTitle = (titles: Iterable<readonly [string, Words]>) =>
    Object.fromEntries([...titles].toSorted(([, one], [, other]) => one.zh.localeCompare(other.zh, 'zh')));
  const verbs = byTitle([...kernel.verbs].map(([name, { title }]) => [name, title] as const));
  const types = byTitle(factTitles(kernel));
  return {
    ...facts,
    columns: {
      ...facts.columns,
      verb: { ...verb!, kind: 'choice', choices: verbs },
      type: { ...type!, kind: 'choice', choices: types },
    },
  };
}
