import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';

const silent = silentIn('days');

/** Seats of a room whose people hold no post, or are entered as retired or gone. Who it is, is no input. */
export interface RetiredNotVacatedInputs {
  readonly today: string;
  readonly areaM2: number;
  readonly seats: readonly {
    /** The first day without a post; null where no end is known. */
    readonly ended: string | null;
  }[];
}

/** The same day so many months later; the last of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 8);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return `${first}${String(Math.min(date, last)).padStart(2, '0')}`;
}

export function judge(
  { id }: RiskSubject,
  { today, areaM2, seats }: RetiredNotVacatedInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const months = standards['months']?.value;
  if (typeof months !== 'number') return silent('standard-missing', { standard: 'months' });
  const ended = seats.flatMap((seat) => seat.ended ?? []).toSorted();
  if (ended.length === 0 && seats.length > 0) return silent('end-unknown', {});
  const first = ended[0];
  const due = first === undefined ? today : monthsLater(first, months);
  const days = Math.max(0, daysBetween(due, today));
  const judged = {
    value: days,
    threshold: 0,
    unit: 'days',
    evidence: ended.map((day) => ({ table: 'kernel.holding', key: id, field: 'days over', value: day })),
  };
  if (first === undefined || days === 0) return { status: 'clear', ...judged, said: { template: 'clear', data: {} } };
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'D',
    llr: settings['llr'] ?? 0,
    loss: { low: 0, mid: areaM2 / 2, high: areaM2, unit: 'm2' },
    period: [due, addDays(today, 1)],
    said: { template: 'not-vacated', data: { ended: first, due, days } },
  };
}
