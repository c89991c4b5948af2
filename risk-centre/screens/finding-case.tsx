import { Shown, useRead, type CaseProps } from '@opengoa/web-kit';
import { Rounds } from './finding-rounds.tsx';
import { Remedy } from './finding-remedy.tsx';
import { Benign, Handling, Why } from './finding-parts.tsx';

/** The finding on the desk, complete enough to answer or decide without leaving. */
export default function FindingCase({ id }: CaseProps) {
  const finding = useRead('risk-centre.finding', { id });
  return (
    <Shown known={finding} lines={12}>
      {(it) => (
        <>
          <Why finding={it} />
          <Rounds finding={it} />
          <Benign finding={it} />
          {it.remedies.ways.length > 0 && <Remedy finding={it} />}
          <Handling finding={it} />
        </>
      )}
    </Shown>
  );
}
