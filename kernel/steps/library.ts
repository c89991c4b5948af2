/**
 * The world of the kernel's own steps tests: a city library. Readers ask to take a rare book home; the keeper of the room,
 * the conservator and the director decide. Also used by fast-check to draw other organisations.
 */
import { calendarFrom } from '../calendar/calendar.ts';
import { loadStandards } from '../standards/standards.ts';
import type { Start } from './act.ts';
import type { StepsWorld } from './case.ts';
import type { PersonId } from './definition.ts';
import { readDefinition } from './read-definition.ts';

export const standards = loadStandards([
  {
    path: 'library/standards/rare-loan.yaml',
    text: `
title: { zh: 珍本外借分级, en: Grades of rare loans }
kind: project-default
unit: { dear: yuan, keep-days: workdays }
bound: at-most
by: item
values:
  2020-01-01:
    source: { document: 本馆默认值 }
    table: { dear: 1000, keep-days: 2 }
examples: [{ on: 2020-01-01, item: dear, expect: 1000 }]
`,
  },
]);

export const lending = readDefinition(
  'library.lend-rare-book',
  `
title: { zh: 珍本外借, en: Lending a rare book }
attributes:
  valueYuan: { type: number, title: { zh: 估价, en: Value } }
  abroad: { type: yes-no, title: { zh: 带出境, en: Taken abroad } }
  guarantor: { type: person, title: { zh: 担保人, en: Guarantor }, optional: true }
  shelfMark: { type: text, title: { zh: 架号, en: Shelf mark }, optional: true }
fallback: { role: office, at: nearest }
steps:
  - id: keeper
    title: { zh: 保管员, en: Keeper }
    holders: { role: keeper }
    fills: [shelfMark]
    limits:
      - { after: { workhours: 4 }, do: remind }
      - { after: { workdays: { standard: library.rare-loan, item: keep-days } }, do: escalate }
  - parallel:
      - - id: conservator
          title: { zh: 修复师, en: Conservator }
          when: { valueYuan: { over: { standard: library.rare-loan, item: dear } } }
          holders: { role: conservator, at: nearest }
          mode: all
      - - id: guarantee
          title: { zh: 担保, en: Guarantee }
          when: { abroad: true }
          holders: { field: guarantor }
    when: { or: [{ valueYuan: { over: { standard: library.rare-loan, item: dear } } }, { abroad: true }] }
  - id: director
    title: { zh: 馆长, en: Director }
    when: { abroad: true }
    holders: { superiorOf: { step: keeper } }
`,
);

export type Town = {
  readonly superior: Readonly<Record<PersonId, readonly PersonId[]>>;
  /** `role@unit` -> persons, in order. */
  readonly roles: Readonly<Record<string, readonly PersonId[]>>;
  readonly standIns: Readonly<Record<PersonId, readonly PersonId[]>>;
  /** unit -> unit above */
  readonly above: Readonly<Record<string, string>>;
  readonly persons: readonly PersonId[];
};

/** 周敏 reads, 何涛 keeps the room, 吴静 and 郑洁 mend, 陈馆 directs, 林芳 runs the office. */
export const town: Town = {
  persons: ['zhou', 'he', 'wu', 'zheng', 'chen', 'lin', 'sun'],
  superior: { zhou: ['he'], he: ['chen'], wu: ['chen'], zheng: ['chen'], lin: ['chen'], sun: ['he'] },
  roles: { 'keeper@room': ['he'], 'conservator@library': ['wu', 'zheng'], 'office@library': ['lin'] },
  standIns: { he: ['sun'] },
  above: { room: 'library' },
};

export const calendar = calendarFrom();

export function worldOf(given: Town, more: Partial<StepsWorld> = {}): StepsWorld {
  const chain = (unit: string): string[] => [unit, ...(given.above[unit] ? chain(given.above[unit]) : [])];
  return {
    standards,
    calendar,
    standInsFor: (person) => given.standIns[person] ?? [],
    resolve(rule, about) {
      if ('person' in rule) return given.persons.includes(rule.person) ? [rule.person] : [];
      if ('superiorOf' in rule) return given.superior[rule.superiorOf] ?? [];
      const word = 'role' in rule ? rule.role : rule.post;
      const units = typeof rule.at === 'object' ? [rule.at.unit] : chain(about.unit);
      const looked = rule.at === 'unit' ? units.slice(0, 1) : rule.at === 'above' ? units.slice(1) : units;
      for (const unit of looked) {
        const found = given.roles[`${word}@${unit}`] ?? [];
        if (found.length > 0) return found;
      }
      return [];
    },
    ...more,
  };
}

export const startOf = (more: Partial<Start> = {}): Start => ({
  id: 'case-1',
  asker: 'zhou',
  unit: 'room',
  place: ['990000', '990100'],
  attributes: { valueYuan: 300, abroad: false },
  ...more,
});

/** A working Monday, nine o'clock in Shanghai. */
export const monday = new Date('2026-03-02T09:00:00+08:00');
export const later = (hours: number): Date => new Date(monday.getTime() + hours * 3_600_000);
