import { isRefusal, newId, verb, type Job } from '@opengoa/kernel';
import { repeatingKits } from '../methods/evidence/repeating-kits.ts';
import { comparedGroups, groupKey } from './compared-kits.ts';
import { MeasureRepeating, RepeatingMeasured, type MeasuredGroup } from './contract.ts';
import { findLooks, findRepeating } from './evidence-store.ts';

/** 测算规则相关程度: what each pair of kits over the same records said of the same subjects. Nothing new is no fact. */
export const measureRepeating = verb('risk-centre.measure-repeating', {
  title: { zh: '测算规则相关程度', en: 'Measure how kits repeat each other' },
  input: MeasureRepeating,
  who: ['job'],
  internal: true,
  facts: [RepeatingMeasured],
  refusals: [],
  async load(tx, _input, { kits, standards, today }) {
    const item = (name: string) => standards.numberOn('risk-centre.feedback', today, [], { item: name });
    const keptFrom = monthsBefore(today, item('looks-months'));
    const groups = [];
    for (const group of comparedGroups(kits.values()))
      groups.push({ group, looks: await findLooks(tx, group, keptFrom) });
    return {
      groups,
      before: await findRepeating(tx),
      keptFrom,
      enough: { subjects: item('looked-at'), hits: item('flags-each') },
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ groups, before, keptFrom, enough }, { unit }) {
    const known = new Map(before.map((each) => [groupKey(each), JSON.stringify(each)]));
    const measured = groups.map(({ group, looks }): MeasuredGroup => {
      const found = repeatingKits(group.kits, looks, enough);
      const { risk, records, subject } = group;
      return {
        risk,
        records,
        subject,
        ...(found.status === 'ok'
          ? { kits: [...found.kits], rho: rounded(found.rho), subjects: found.subjects, hits: found.hits }
          : { kits: [...group.kits], rho: null, subjects: found.reasons[0]!.found, hits: 0 }),
        needed: enough.subjects,
      };
    });
    const changed = measured.filter((each) => known.get(groupKey(each)) !== JSON.stringify(each));
    if (changed.length === 0) return [];
    return [
      RepeatingMeasured.of({
        object: { kind: 'risk-centre.evidence', id: newId() },
        unit,
        body: { groups: changed, keptFrom },
      }),
    ];
  },
});

/** Each night after the kits have run. */
export const measureNightly: Job = {
  name: 'measure-repeating',
  title: { zh: '测算规则相关程度', en: 'Measure how kits repeat each other' },
  dailyAt: '04:55',
  async run({ verb: run, context }) {
    const root = context.organisation.units.find(
      ({ parent, successors }) => parent === null && successors.length === 0,
    );
    if (!root) return;
    const answer = await run('risk-centre.measure-repeating', { unit: root.id });
    if (isRefusal(answer)) throw new Error(`measuring kits: ${answer.code}`);
  },
};

/** Three places are more than so many subjects bear. */
const rounded = (rho: number): number => Math.round(rho * 1_000) / 1_000;

/** First day of the month that lies so many months before. */
function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
