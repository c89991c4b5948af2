import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';

/** Premises rented in, and the own rooms that stand vacant in the same region. Fen, m². */
export interface RentedInInputs {
  readonly lease: string;
  readonly areaM2: number;
  readonly yearlyRentFen: number;
  readonly vacantM2: number;
  readonly vacantRooms: number;
}

/** Premises rented in while own rooms of the same region stand vacant (SA-11, matching as SA-05). */
export function judge(
  _subject: RiskSubject,
  { lease, areaM2, yearlyRentFen, vacantM2, vacantRooms }: RentedInInputs,
  settings: Settings,
): Judgement {
  const least = settings['least-share'] ?? 0.3;
  // Of what is rented so much would find room: the coexistence of want and idleness.
  const share = Math.min(1, vacantM2 / areaM2);
  const found = share >= least;
  const high = Math.round(yearlyRentFen * share);
  return {
    status: found ? 'flag' : 'clear',
    value: share,
    threshold: least,
    unit: 'share',
    ...(found
      ? { llr: settings['llr'] ?? 0, loss: { low: 0, mid: Math.round(high / 2), high, unit: 'fen' as const } }
      : {}),
    said: {
      template: found ? 'beside-vacant' : 'clear',
      data: {
        area: areaM2.toFixed(1),
        vacant: vacantM2.toFixed(1),
        rooms: vacantRooms,
        percent: Math.round(100 * share),
      },
    },
    signals: [{ rule: 'beside-vacant', found, value: share, threshold: least, unit: 'share', evidenceClass: 'S' }],
    evidence: [
      { table: 'space.lease', key: lease, field: 'areaM2', value: areaM2 },
      { table: 'space.lease', key: lease, field: 'vacantM2', value: vacantM2 },
    ],
  };
}
