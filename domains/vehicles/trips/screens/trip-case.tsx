import { type CaseProps, Section, Shown, useRead } from '@opengoa/web-kit';
import { CourseSections, PlanPairs } from './trip-facts.tsx';

/** The trip on the desk, complete enough to decide without leaving. */
export default function TripCase({ id }: CaseProps) {
  const trip = useRead('vehicles.trip', { id });
  return (
    <Shown known={trip} lines={10}>
      {(it) => (
        <>
          <Section>
            <PlanPairs trip={it} />
          </Section>
          <CourseSections trip={it} />
        </>
      )}
    </Shown>
  );
}
