import { inScope, list, read, sql, type Id } from '@opengoa/kernel';
import { z } from 'zod';
import { windowStandings, windowStates, type WindowState } from './contract.ts';
import { daysLeft, placeOfWindow, standingOf, windowKeepers, windowMoves, personsIn } from './window.ts';
import { keptOrNamed } from './window-store.ts';
import { windowStateWords } from './words.ts';

const who = [...windowKeepers, 'inspector'] as const;

/** 只读窗口: whoever keeps them sees all, an inspector those of the own name. */
export const windows = list('risk-centre.windows', {
  title: { zh: '只读窗口', en: 'Read-only windows' },
  view: 'risk_centre_read.window_v1',
  who,
  order: '-proposed_at',
  opens: '/risk/windows/{id}',
  only: keptOrNamed,
  columns: {
    paper: { title: { zh: '文号', en: 'Paper' }, kind: 'text', filter: true },
    unit_id: { title: { zh: '范围', en: 'Scope' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '范围名称', en: 'Scope by name' }, kind: 'text', hidden: true },
    inspector_names: { title: { zh: '查看人员', en: 'Inspectors' }, kind: 'text' },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: Object.fromEntries(windowStates.map((state) => [state, windowStateWords[state]])),
    },
    from_day: { title: { zh: '自', en: 'From' }, kind: 'day' },
    to_day: { title: { zh: '至', en: 'Until' }, kind: 'day', filter: true, sort: true },
    looks: { title: { zh: '查看次数', en: 'Looks' }, kind: 'integer' },
    purpose: { title: { zh: '用途', en: 'Purpose' }, kind: 'text' },
    proposed_at: { title: { zh: '提出', en: 'Proposed' }, kind: 'instant', sort: true },
  },
  movesBy: ['id', 'unit_id', 'state'],
  moves: (row) => ({
    // A look is begun on the window's own page.
    verbs: windowMoves.from(row['state'] as WindowState).filter((verb) => verb !== 'risk-centre.look-through-window'),
    place: placeOfWindow({ id: row['id'] as string, unit: row['unit_id'] as string }),
  }),
});

const thing = z.strictObject({ id: z.uuid(), name: z.string() });
const instant = z.iso.datetime().nullable();

const most = 200;

/** 一个只读窗口: its scope, persons, paper and days, who proposed and confirmed it, and every look through it. */
export const window = read('risk-centre.window', {
  title: { zh: '只读窗口', en: 'A read-only window' },
  query: z.strictObject({ id: z.uuid() }),
  answer: z.strictObject({
    id: z.uuid(),
    unit: z.uuid(),
    units: z.array(thing),
    /** Named findings by number; empty where the window shows all of its units. */
    findings: z.array(z.strictObject({ id: z.uuid(), number: z.string() })),
    /** How many are named, also where their numbers are not told. */
    named: z.number(),
    inspectors: z.string(),
    purpose: z.string(),
    paper: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    state: z.enum(windowStates),
    standing: z.enum(windowStandings),
    daysLeft: z.number(),
    /** The asker is one of those who may look through it. */
    mine: z.boolean(),
    /** The asker proposed it: somebody else confirms. */
    own: z.boolean(),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    confirmedBy: z.string(),
    confirmedAt: instant,
    closedAt: instant,
    reason: z.string().nullable(),
    /** The newest looks, for whoever keeps windows; `looked` counts all. */
    looks: z.array(
      z.strictObject({
        id: z.uuid(),
        at: z.iso.datetime(),
        person: z.string(),
        unitName: z.string(),
        finding: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
      }),
    ),
    looked: z.number(),
  }),
  who,
  async fetch(tx, { id }, context) {
    const { organisation, today } = context;
    const { units, findings, inspectors, proposedBy, proposedAt, confirmedBy, confirmedAt, closedAt, names, ...row } =
      await tx.one<Row>(sql`
        select id, unit_id as unit, units, findings, inspectors, inspector_names as names, purpose, paper, from_day::text as "from", to_day::text as "to", state,
               proposed_by as "proposedBy", proposed_at as "proposedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", closed_at as "closedAt", reason
          from risk_centre.inspection_window where id = ${id} and ${keptOrNamed(context)}`);
    // Numbers of findings are what a look shows: to the side that inspects nothing is told beside a look.
    const kept = inScope(context, windowKeepers);
    const named = await tx.rows<{ id: Id; number: string }>(sql`
      select id, number from risk_centre.finding where id = any (${findings}::uuid[]) and ${kept} order by number`);
    const looks = await tx.rows<LookRow>(sql`
      select l.id, l.at, l.person_id as person, u.name as "unitName", f.id as finding, f.number
        from (select * from risk_centre.window_look where window_id = ${id} and ${kept}) l
        join kernel.unit u on (u.node_id, u.id) = (l.node_id, l.unit_id)
        left join risk_centre.finding f on (f.node_id, f.id) = (l.node_id, l.finding_id)
       order by l.at desc, l.id desc limit ${most}`);
    const { looked } = await tx.one<{ looked: number }>(
      sql`select count(*)::int as looked from risk_centre.window_look where window_id = ${id} and ${kept}`,
    );
    const nameOf = (person: Id | null) => (person === null ? '' : (organisation.personName(person) ?? ''));
    return {
      ...row,
      units: units.map((unit) => ({ id: unit, name: organisation.unit(unit)?.name ?? '' })),
      findings: named,
      named: findings.length,
      inspectors: names,
      standing: standingOf(row, today),
      daysLeft: daysLeft(row, today),
      mine: personsIn(context).some((person) => inspectors.includes(person)),
      own: proposedBy !== null && personsIn(context).includes(proposedBy),
      proposedBy: nameOf(proposedBy),
      proposedAt: proposedAt.toISOString(),
      confirmedBy: nameOf(confirmedBy),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      looks: looks.map(({ id: of, at, person, unitName, finding, number }) => ({
        id: of,
        at: at.toISOString(),
        person: nameOf(person),
        unitName,
        finding: finding === null || number === null ? null : { id: finding, number },
      })),
      looked,
    };
  },
  at: (found) => placeOfWindow(found),
  moves: ({ state, standing, mine, own, ...found }) => ({
    verbs: windowMoves.from(state).filter((verb) => {
      if (verb === 'risk-centre.look-through-window') return mine && standing === 'open';
      return verb !== 'risk-centre.confirm-window' || (!mine && !own);
    }),
    place: placeOfWindow(found),
  }),
});

interface Row {
  readonly id: Id;
  readonly unit: Id;
  readonly units: readonly Id[];
  readonly findings: readonly Id[];
  readonly inspectors: readonly Id[];
  readonly names: string;
  readonly purpose: string;
  readonly paper: string;
  readonly from: string;
  readonly to: string;
  readonly state: WindowState;
  readonly proposedBy: Id | null;
  readonly proposedAt: Date;
  readonly confirmedBy: Id | null;
  readonly confirmedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reason: string | null;
}

interface LookRow {
  readonly id: Id;
  readonly at: Date;
  readonly person: Id;
  readonly unitName: string;
  readonly finding: Id | null;
  readonly number: string | null;
}
