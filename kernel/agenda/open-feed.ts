import { addDays, instantAt } from '../calendar/calendar.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { isTokenForm } from '../identity/session-token.ts';
import { jobActorAtRoots } from '../jobs/job-actor.ts';
import type { Kernel } from '../kernel.ts';
import { reading } from '../reads/run-read.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import { feedHash } from './calendar-verbs.ts';
import { writeCalendar } from './write-calendar.ts';

const MOST_ENTRIES = 2_000;

/** One's own tasks that have a time. */
const taskAgenda: Agenda = {
  name: 'tasks',
  async entries(tx, { person, from, to }) {
    const rows = await tx.rows<{
      id: Id;
      title: { zh: string };
      summary: string;
      opens: string | null;
      due: Date;
      at: Date;
    }>(sql`
      select t.id, t.title, t.summary, t.opens, t.due_at as due, t.raised_at as at
        from kernel.task t join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id)
       where h.person_id = ${person} and h.part = 'holder' and t.state = 'open' and t.due_at between ${from} and ${to} order by t.due_at limit 1000`);
    return rows.map(({ id, title, summary, opens, due, at }): AgendaEntry => ({
      uid: `task-${id}`,
      startsAt: due,
      title: `期限：${title.zh}`,
      note: summary,
      ...(opens === null ? {} : { opens }),
      // A task that is put off keeps its id: the later its time, the later the version.
      sequence: Math.max(0, Math.floor((due.getTime() - at.getTime()) / 60_000)) % 2_000_000_000,
      changedAt: at,
      alarmMinutes: 60,
    }));
  },
};

/**
 * The calendar behind a secret address.
 * @returns its content, or null for an address that is nobody's, was revoked, or whose owner's account is not open: one answer for all of them
 */
export async function openFeed(kernel: Kernel, token: string): Promise<string | null> {
  if (!isTokenForm(token)) return null;
  const actor = jobActorAtRoots('calendar-feed', kernel.registers.organisation(''));
  const ask = <T>(room: string, work: (tx: Tx) => Promise<T>) => reading(kernel, { actor, who: ['job'], room }, work);
  const feed = await ask('kernel', (tx) =>
    tx.maybe<{ person: Id; fleet: boolean }>(sql`
      select f.person_id as person, f.fleet from kernel.calendar_feed f
       where f.token_hash = ${feedHash(token)} and f.revoked_at is null
         and exists (select 1 from kernel.account a where a.person_id = f.person_id and a.kind = 'person' and a.state = 'active')`),
  );
  if (!feed) return null;
  const { person, fleet } = feed;
  const now = kernel.clock();
  const organisation = kernel.registers.organisation('');
  const standards = kernel.registers.standards();
  const days = (item: string) => standards.numberOn('kernel.calendar-feed', organisation.day, [], { item });
  const units = organisation.holdings
    .filter((holding) => holding.person === person)
    .flatMap(({ post }) => organisation.post(post)?.unit ?? []);
  // Somebody without a post has no calendar of the office.
  if (units.length === 0) return null;
  const of = {
    person,
    units,
    fleet,
    from: instantAt(addDays(kernel.registers.calendar().dayOf(now), -days('days-back')), 0),
    to: instantAt(addDays(kernel.registers.calendar().dayOf(now), days('days-ahead')), 0),
  };
  const entries: AgendaEntry[] = [];
  for (const [room, agenda] of [
    ['kernel', taskAgenda] as const,
    ...kernel.rooms.flatMap(({ name, agendas = [] }) => agendas.map((each) => [name, each] as const)),
  ])
    entries.push(
      ...(await reading(kernel, { actor, who: ['job'], room }, (tx, context) => agenda.entries(tx, of, context))),
    );
  const name = organisation.personName(person) ?? '';
  return writeCalendar(`OpenGOA ${name}`, entries.slice(0, MOST_ENTRIES), null);
}
