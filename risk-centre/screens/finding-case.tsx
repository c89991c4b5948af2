import { Shown, useRead, type CaseProps } from '@opengoa/web-kit';
import { Benign, Handling, Why } from './finding-parts.tsx';

/** The finding on the desk, complete enough to answer or decide without leaving. */
export default function FindingCase({ id }: CaseProps) {
  const finding = useRead('risk-centre.finding', { id });
  return (
    <Shown known={finding} lines={12}>
      {(it) => (
        <>
          <Why finding={it} />
          <Benign finding={it} />
          <Handling finding={it} />
        </>
      )}
    </Shown>
  );
}
