import { addDays } from '@opengoa/kernel/calendar';
import { atTime, does, founder } from '../acting.ts';
import { personId, unitId } from '../cast.ts';
import { minuteOf } from '../days.ts';
import type { Kernel } from '@opengoa/kernel/host';
import { cityPersonId, type UnitsAndPeople } from './units-and-people.ts';

/** What changes in the organisation in mid-year: one unit merges, one moves, one splits; and who stands in for whom. */

export const merged = { unit: '林业局', into: '资规局', afterDays: 150 } as const;
export const moved = { unit: '体育中心', to: '文旅局', afterDays: 190 } as const;
export const split = {
  unit: '商务局',
  into: [
    ['投促局', '临江市投资促进局'],
    ['商贸局', '临江市商贸流通局'],
  ],
  /** Who asks for vehicles in its place afterwards. */
  afterwards: '发改局',
  afterDays: 230,
} as const;

/** The unit that asks on that day for what this one asked before. */
export function askingOn(unit: string, day: string, from: string): string {
  if (unit === merged.unit && day >= addDays(from, merged.afterDays - 3)) return merged.into;
  if (unit === split.unit && day >= addDays(from, split.afterDays - 3)) return split.afterwards;
  return unit;
}

/** Each with the day on which it is done; what was asked before is finished by then. */
export function changesOf(
  kernel: Kernel,
  from: string,
  people: UnitsAndPeople,
): { readonly day: string; readonly work: () => Promise<void> }[] {
  const system = founder();
  const on = (afterDays: number, work: (at: Kernel, day: string) => Promise<unknown>) => {
    const day = addDays(from, afterDays);
    return {
      day,
      async work() {
        await work(atTime(kernel, minuteOf(day, 540)), day);
        await kernel.registers.refresh();
      },
    };
  };
  const standIn = (at: Kernel, forPerson: string, person: string, day: string, days: number) =>
    does(at, system, 'kernel.name-stand-in', {
      forPerson,
      person,
      from: day,
      to: addDays(day, days),
      reason: '外出培训',
    });
  const head = (unit: string) => cityPersonId(people.heads.get(unit)!);
  const asker = (unit: string) => cityPersonId(people.askers.get(unit)![0]!);
  return [
    on(90, (at, day) => standIn(at, head('审计局'), asker('审计局'), day, 14)),
    on(merged.afterDays, (at, day) =>
      does(at, system, 'kernel.merge-units', {
        units: [unitId(merged.unit)],
        into: unitId(merged.into),
        day,
        paper: '临编〔演示〕3号',
      }),
    ),
    on(moved.afterDays, (at, day) =>
      does(at, system, 'kernel.move-unit', {
        unit: unitId(moved.unit),
        parent: unitId(moved.to),
        from: day,
        paper: '临编〔演示〕5号',
      }),
    ),
    on(split.afterDays, async (at, day) => {
      for (const [key, name] of split.into)
        await does(at, system, 'kernel.found-unit', {
          id: unitId(key),
          name,
          parent: unitId('市'),
          kind: 'institution',
          level: 'city',
          from: day,
        });
      await kernel.registers.refresh();
      const into = split.into.map(([key]) => unitId(key));
      await does(at, system, 'kernel.split-unit', { unit: unitId(split.unit), into, day, paper: '临编〔演示〕8号' });
    }),
    on(364, (at, day) => standIn(at, personId('李建华'), head('统计局'), day, 21)),
  ];
}
