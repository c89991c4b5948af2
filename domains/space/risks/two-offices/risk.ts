import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';

const silent = silentIn('offices');

/** Seats of somebody who sits in this room, this one among them. Who it is, is no input. */
export interface TwoOfficesInputs {
  /** Of this room. */
  readonly areaM2: number;
  readonly seats: readonly {
    readonly room: string;
    readonly name: string;
    readonly standing: string;
    /** It names the paper that approves it. */
    readonly approved: boolean;
    readonly from: string;
  }[];
}

export function judge(
  { id }: RiskSubject,
  { areaM2, seats }: TwoOfficesInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const allowed = standards['one-office']?.value;
  if (typeof allowed !== 'number') return silent('standard-missing', { standard: 'one-office' });
  const counted = seats.filter(
    ({ standing, approved }) => standing !== 'seconded' && !(standing === 'second-office' && approved),
  );
  const other = counted.find(({ room }) => room !== id);
  const judged = {
    value: counted.length,
    threshold: allowed,
    unit: 'offices',
    evidence: counted.map(({ room, from }) => ({ table: 'space.seating', key: room, field: 'offices', value: from })),
  };
  // Told once, of the room that came last.
  const isLast =
    counted.toSorted((a, b) => a.from.localeCompare(b.from) || a.room.localeCompare(b.room)).at(-1)?.room === id;
  if (counted.length <= allowed || !isLast || !other)
    return { status: 'clear', ...judged, said: { template: 'clear', data: {} } };
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'D',
    llr: settings['llr'] ?? 0,
    loss: { low: 0, mid: areaM2 / 2, high: areaM2, unit: 'm2' },
    said: { template: 'twice', data: { other: other.name, offices: counted.length } },
  };
}
