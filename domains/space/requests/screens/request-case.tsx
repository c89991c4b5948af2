import { type CaseProps, Shown, useRead } from '@opengoa/web-kit';
import { RequestFacts, WaySteps } from './request-facts.tsx';

/** The request on the desk, complete enough to decide without leaving. */
export default function RequestCase({ id }: CaseProps) {
  const known = useRead('space.request', { id });
  return (
    <Shown known={known} lines={12}>
      {(it) => (
        <>
          <RequestFacts of={it} />
          <WaySteps of={it} />
        </>
      )}
    </Shown>
  );
}
