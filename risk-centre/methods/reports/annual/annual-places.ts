/** Where each report of a year stands: among its kind by what was reported, and by what its own parts add up to. */
import { annualIdentities, type AnnualIdentities } from './annual-identities.ts';
import { type PeerPlace, type Peers, peersOf, placeAmong } from './annual-peers.ts';
import type { AnnualReport } from './annual-report.ts';

/** Parts that add up to the total within this logarithm are the same figure, rounded. */
const sameFigure = 0.02;

export interface AnnualPlace {
  readonly report: AnnualReport;
  readonly identities: AnnualIdentities;
  /** By the intensity as reported; null where none was, or none above 0. */
  readonly reported: PeerPlace | null;
  /** By the intensity that the parts add up to; null where they agree with the total. */
  readonly byParts: PeerPlace | null;
  /** By electricity over area, and by primary energy over area. */
  readonly electricity: PeerPlace | null;
  readonly primary: PeerPlace | null;
  /** By the intensity as reported, among all kinds. */
  readonly amongAll: PeerPlace | null;
}

export interface YearOfReports {
  readonly peers: ReadonlyMap<string, Peers>;
  readonly places: readonly AnnualPlace[];
}

/** @param reports of one year */
export function annualPlaces(reports: readonly AnnualReport[]): YearOfReports {
  const peers = peersOf(reports, ({ intensity }) => intensity);
  const electricityPeers = peersOf(reports, electricityOf);
  const primaryPeers = peersOf(reports, ({ primaryIntensity }) => primaryIntensity);
  const places = reports.map((report): AnnualPlace => {
    const { kind, intensity } = report;
    const own = peers.get(kind);
    const identities = annualIdentities(report);
    const gap = identities.partsToTotal ?? 0;
    const parts = intensity !== null && Math.abs(gap) > sameFigure ? intensity * Math.exp(gap) : null;
    return {
      report,
      identities,
      reported: placeAmong(own, intensity),
      byParts: placeAmong(own, parts),
      electricity: placeAmong(electricityPeers.get(kind), electricityOf(report)),
      primary: placeAmong(primaryPeers.get(kind), report.primaryIntensity),
      amongAll: placeAmong(peers.get(''), intensity),
    };
  });
  return { peers, places };
}

const electricityOf = ({ parts, area }: AnnualReport): number | null =>
  parts.electricity !== null && area !== null && area > 0 ? parts.electricity / area : null;
