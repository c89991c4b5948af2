/** The door of pure tests: what a verb may know, for somebody of the cast, without a database. Standards and steps are the product's own. */
import { dirname } from 'node:path';
import { calendarFrom } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { organisationOn, type OrganisationRows } from '../organisation/organisation.ts';
import { findStandards, loadStandards } from '../standards/standards.ts';
import { loadSteps } from '../tasks/cases.ts';
import { contextFor } from '../verbs/context-for.ts';
import { cast, type CastName } from './cast.ts';

const root = dirname(dirname(import.meta.dirname));
const standards = loadStandards(await findStandards(root));
const steps = await loadSteps(root);
const calendar = calendarFrom();

const people = Object.entries(cast.people).map(([name, person]) => ({
  name,
  ...person,
  ...cast.ids.persons[name as CastName],
}));
const rows: OrganisationRows = {
  units: cast.units.map(([id, parent, name, kind, level, regionCode], position) => ({
    id,
    parent,
    name,
    kind,
    level,
    regionCode: regionCode ?? null,
    code: null,
    shortName: null,
    position,
    validFrom: '2020-01-01',
    validTo: null,
    successors: [],
  })),
  posts: people.map(({ post, unit, rank, leads }, i) => ({
    id: post,
    unit: cast.ids[unit],
    title: Object.values(cast.people)[i]!.post,
    rank,
    leads,
  })),
  holdings: people.map(({ person, name, post }) => ({ person, personName: name, post, kind: 'main' as const })),
  postRoles: people.flatMap(({ post, rights }) =>
    rights.map(([role, unit, below]) => ({
      post,
      role,
      unit: cast.ids[unit as keyof typeof cast.ids] as string,
      below,
    })),
  ),
  standIns: [],
};

export const { ids } = cast;

/** @param now an instant with its offset: `2026-03-05T09:00:00+08:00` */
export function onPaper(name: CastName, now: string): Context {
  const registers = {
    organisation: (day: string) => organisationOn(day, rows),
    standards: () => standards,
    calendar: () => calendar,
    steps: () => steps,
    refresh: async () => undefined,
  };
  const clock = () => new Date(now);
  const actor = cast.actor(name, registers.organisation(now.slice(0, 10)));
  return contextFor({ registers, clock } as unknown as Kernel, actor, newId());
}
