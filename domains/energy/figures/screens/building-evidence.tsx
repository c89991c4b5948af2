import type { EvidenceProps } from '@opengoa/web-kit';
import { LoadEvidence } from './load-evidence.tsx';

/** What a building used around the days a finding is about. */
export default function BuildingEvidence({ id, period }: EvidenceProps) {
  return <LoadEvidence of={{ building: id, carrier: 'electricity' }} period={period} />;
}
