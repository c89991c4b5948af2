import { type CaseProps, Shown, useRead } from '@opengoa/web-kit';
import { ApplicationFacts } from './application-facts.tsx';

/** The application on the desk, complete enough to decide without leaving. */
export default function ApplicationCase({ id }: CaseProps) {
  const known = useRead('space.home-application', { id });
  return (
    <Shown known={known} lines={8}>
      {(it) => <ApplicationFacts of={it} />}
    </Shown>
  );
}
