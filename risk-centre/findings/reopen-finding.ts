import { sql, type Context, type Id, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { afterClosing } from '../methods/episodes.ts';
import { belongsTo } from './merge-signals.ts';

/** A case that was closed not long ago, and that nothing has opened again since. */
export interface ClosedFinding {
  readonly id: Id;
  readonly unit: Id;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly about: readonly string[];
  readonly number: string;
  readonly round: number;
  readonly closedOn: string;
}

type Asked = Pick<ClosedFinding, 'unit' | 'subject' | 'about'>;

/** So many days after its closing the same thing opens a case again, a standard (RE-04). */
export const reopenDays = ({ standards, today }: Pick<Context, 'standards' | 'today'>): number =>
  standards.numberOn('risk-centre.episodes', today, [], { item: 'reopen' });

/** What new signals may open again: findings of a risk closed within the days, locked, the newest first. Dismissed ones were nothing, and are not opened again. */
export async function lockClosedOnes(
  tx: Tx,
  { risk, shadow }: { readonly risk: string; readonly shadow: boolean },
  flagged: readonly Pick<Asked, 'subject' | 'about'>[],
  context: Context,
): Promise<ClosedFinding[]> {
  const { calendar, today } = context;
  const rows = await tx.rows<
    Omit<ClosedFinding, 'subject' | 'closedOn'> & { kind: string; subject: string; closed: Date }
  >(sql`
    select id, unit_id as unit, subject_kind as kind, subject_id as subject, about, number, round, closed_at as closed from risk_centre.finding
     where state = 'closed' and reopened_at is null and closed_at >= ${addDays(today, -reopenDays(context) - 1)}::date
       and coalesce(risk, kit) = ${risk} and shadow = ${shadow}
       and ((subject_kind, subject_id) in (select * from unnest(${flagged.map(({ subject }) => subject.kind)}::text[], ${flagged.map(({ subject }) => subject.id)}::text[]))
            or about && ${[...new Set(flagged.flatMap(({ about }) => about))]}::text[])
     order by closed_at desc, id for update`);
  return rows
    .map(({ kind, subject, closed, ...row }) => ({
      ...row,
      subject: { kind, id: subject },
      closedOn: calendar.dayOf(closed),
    }))
    .filter(({ closedOn }) => afterClosing(closedOn, today, reopenDays(context)) === 'reopen');
}

/** Hands out each closed case once: two things that both resemble it are not both its next round. */
export function onceEach(closed: readonly ClosedFinding[]): (signal: Asked) => ClosedFinding | undefined {
  const left = new Set(closed);
  return (signal) => {
    const found = [...left].find((each) => belongsTo(signal, each));
    if (found) left.delete(found);
    return found;
  };
}

/** The case keeps its number: RF-2026-00012 is RF-2026-00012-2 the second time. */
export const nextRoundNumber = ({ number, round }: Pick<ClosedFinding, 'number' | 'round'>): string =>
  `${round === 1 ? number : number.slice(0, number.lastIndexOf('-'))}-${round + 1}`;
