import { inScope, nearestHolders, newId, notFound, refuse, sql, TaskRaised, verb, type Id } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { dueFor } from '../findings/finding.ts';
import { ProposeWindow, WindowProposed } from './contract.ts';
import { commonUnit, mayInspect, windowOf } from './window.ts';

const proposers = ['risk-officer', 'inspector'] as const;

/** 提出只读窗口: by the side that inspects or by a risk officer. It shows nothing until somebody else has confirmed it. */
export const proposeWindow = verb('risk-centre.propose-window', {
  title: { zh: '提出只读窗口', en: 'Propose a read-only window' },
  about: {
    zh: '写明查看人员、范围、用途、文号和起止日期；经另一人确认后开放，每次查看留痕。',
    en: 'Persons, scope, purpose, paper and days; it opens once another person confirms it, and every look is recorded.',
  },
  input: ProposeWindow,
  who: proposers,
  facts: [WindowProposed, TaskRaised],
  refusals: [
    'window-of-nothing',
    'not-found',
    'window-units-apart',
    'window-days',
    'window-past',
    'window-too-long',
    'not-an-inspector',
  ],
  result: z.strictObject({ window: z.uuid() }),
  async load(tx, { units, findings }, context) {
    const named =
      findings.length === 0
        ? []
        : await tx.rows<{ id: Id; unit: Id }>(sql`
            select id, unit_id as unit from risk_centre.finding where id = any (${findings}::uuid[]) and not shadow and ${inScope(context, proposers)}`);
    const all = [...new Set([...units, ...named.map(({ unit }) => unit)])];
    return { id: newId(), named, units: all, unit: commonUnit(all, context) };
  },
  // A right over each of the units is not yet one over what holds them together, where the window will stand.
  at: ({ units, unit }, _input, { actor }) => {
    const places = [...(unit === undefined ? [] : [unit]), ...units];
    return places.length > 0 ? places.map((each) => ({ unit: each })) : { unit: actor.unit ?? '' };
  },
  decide({ id, named, units, unit }, input, context) {
    const { today, standards, organisation, actor } = context;
    if (input.units.length === 0 && input.findings.length === 0) return refuse('window-of-nothing');
    if (named.length < input.findings.length) return notFound();
    if (unit === undefined) return refuse('window-units-apart');
    const { from, to, inspectors } = input;
    if (to < from) return refuse('window-days');
    if (to < today) return refuse('window-past');
    const days = standards.numberOn('risk-centre.read-only-windows', today, organisation.place(unit), {
      item: 'longest',
    });
    if (daysBetween(from, to) >= days) return refuse('window-too-long', { days, last: addDays(from, days - 1) });
    const nameOf = (person: Id) => organisation.personName(person) ?? '';
    const without = inspectors.find((person) => !mayInspect(person, units, context));
    if (without !== undefined) return refuse('not-an-inspector', { name: nameOf(without) });
    const thing = { object: windowOf({ id }), unit };
    const out = new Set([actor.person, actor.standInFor, ...inspectors]);
    const holders = [
      ...new Set(['risk-officer', 'leader'].flatMap((role) => nearestHolders(organisation, role, unit, actor.person))),
    ].filter((person) => !out.has(person));
    const body = { ...input, units, inspectorNames: inspectors.map(nameOf).join('、') };
    return {
      facts: [
        WindowProposed.of({ ...thing, body }),
        ...(holders.length === 0
          ? []
          : [
              TaskRaised.of({
                ...thing,
                body: {
                  task: {
                    id: newId(),
                    step: null,
                    title: { zh: '只读窗口待确认', en: 'A read-only window to be confirmed' },
                    holders,
                    copied: [],
                    due: dueFor('verify', 'yellow', unit, context).toISOString(),
                  },
                  kind: 'risk-centre.window',
                  asker: actor.person,
                  summary: `${input.paper} ${input.purpose}`.slice(0, 200),
                  opens: `/risk/windows/${id}`,
                  verbs: ['risk-centre.confirm-window', 'risk-centre.close-window'],
                },
              }),
            ]),
      ],
      result: { window: id },
    };
  },
});
