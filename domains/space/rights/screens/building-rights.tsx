import { words } from '@opengoa/kernel/words';
import { Ledger, Section } from '@opengoa/web-kit';

/** Rights in a building and disputes about it, on its page. */
export function BuildingRights({ building }: { readonly building: string }) {
  return (
    <>
      <Section title={words('权属', 'Rights')}>
        <Ledger list="space.rights" inside fixed={{ building_id: { is: building } }} />
      </Section>
      <Section title={words('权属争议', 'Disputes')}>
        <Ledger list="space.disputes" inside fixed={{ building_id: { is: building } }} />
      </Section>
    </>
  );
}
