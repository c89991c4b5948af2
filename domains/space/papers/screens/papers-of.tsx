import { Papers, Section } from '@opengoa/web-kit';

/** 附件 of a row or a thing of this room. */
export const PapersOf = ({ id, title }: { readonly id: string; readonly title?: { zh: string; en: string } }) => (
  <Section title={title ?? { zh: '附件', en: 'Papers' }}>
    <Papers list="space.papers" of={id} none="—" />
  </Section>
);
