import type { EvidenceProps } from '@opengoa/web-kit';
import { LoadEvidence } from './load-evidence.tsx';

/** What a meter read around the days a finding is about. */
export default function MeterEvidence({ id, period }: EvidenceProps) {
  return <LoadEvidence of={{ meter: id }} period={period} />;
}
