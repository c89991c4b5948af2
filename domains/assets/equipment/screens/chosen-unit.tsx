import { Section, UnitPicker, useName, useWords } from '@opengoa/web-kit';

/** Chooses the unit a page is about. */
export function ChosenUnit({
  unit,
  onChange,
}: {
  readonly unit: string | undefined;
  readonly onChange: (unit: string) => void;
}) {
  const { w } = useWords();
  const name = useName(unit);
  return (
    <Section>
      <UnitPicker
        value={unit === undefined ? undefined : { id: unit, label: name ?? '' }}
        label={w({ zh: '单位', en: 'Unit' })}
        onChange={(to) => to && onChange(to.id)}
      />
    </Section>
  );
}
