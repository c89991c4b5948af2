import { Shown, useRead } from '@opengoa/web-kit';
import type { CaseProps } from '@opengoa/web-kit/room';
import { FaultFacts } from './fault-facts.tsx';

/** What the desk shows of a report. */
export default function FaultCase({ id }: CaseProps) {
  const known = useRead('kernel.fault-report', { id });
  return (
    <Shown known={known} lines={6}>
      {(it) => <FaultFacts report={it} />}
    </Shown>
  );
}
