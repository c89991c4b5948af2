import { words } from '@opengoa/kernel/words';
import { area, type CaseProps, Pairs, Section, Shown, useRead } from '@opengoa/web-kit';
import { leaseKinds } from '../words.zh.ts';
import { Terms } from './lease-page.tsx';

/** The lease on the desk, complete enough to decide without leaving; what is rented in stands beside the own vacant rooms. */
export default function LeaseCase({ id }: CaseProps) {
  const known = useRead('space.lease', { id });
  return (
    <Shown known={known} lines={10}>
      {(it) => (
        <>
          <Section title={leaseKinds[it.kind]}>
            <Pairs
              pairs={[
                { term: words('对方', 'Other party'), value: it.party },
                { term: words('单位', 'Unit'), value: it.unitName },
                { term: words('面积', 'Area'), value: area(it.areaM2) },
              ]}
            />
          </Section>
          <Terms of={it} />
        </>
      )}
    </Shown>
  );
}
