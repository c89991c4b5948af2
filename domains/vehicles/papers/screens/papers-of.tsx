import { Papers, Section } from '@opengoa/web-kit';

/** 票据与照片 of a row or a thing of this room; nothing where there are none. */
export const PapersOf = ({ id }: { readonly id: string }) => (
  <Section title={{ zh: '票据与照片', en: 'Papers and photographs' }}>
    <Papers list="vehicles.papers" of={id} none="—" />
  </Section>
);
