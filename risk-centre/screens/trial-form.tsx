import { words } from '@opengoa/kernel/words';
import { codeWords, useWords, VerbForm, type Answer, type Field } from '@opengoa/web-kit';

type Kit = Answer<'risk-centre.kits'>['kits'][number];

interface FormProps<Done> {
  readonly kit: Kit;
  onDone(done: Done): void;
  onCancel(): void;
}

/** A kit's own numbers as fields, named `settings.<name>`. */
function settingFields(kit: Kit): Field[] {
  const room = kit.id.slice(0, kit.id.indexOf('/'));
  return kit.settings.map(({ name, value, from, to, unit }) => ({
    name: `settings.${name}`,
    title: codeWords(room, name) ?? words(name, name),
    kind: 'number',
    required: false,
    unitOfMeasure: unit,
    initial: value,
    from,
    to,
    help: words(
      `现行 ${String(value)}，可调 ${String(from)}–${String(to)}`,
      `now ${String(value)}, from ${String(from)} to ${String(to)}`,
    ),
  }));
}

/** Values of the fields with this prefix that are given and differ from what stands. */
function changed(
  values: Readonly<Record<string, unknown>>,
  prefix: string,
  stands: (name: string) => unknown,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const name = key.slice(prefix.length);
      return key.startsWith(prefix) && typeof value === 'number' && value !== stands(name) ? [[name, value]] : [];
    }),
  );
}

/** 历史试算: which days, which sensitivity, which drafted limits. */
export function TrialForm({ kit, onDone, onCancel }: FormProps<string>) {
  const { w } = useWords();
  const room = kit.id.slice(0, kit.id.indexOf('/'));
  const limits = kit.standards.filter(({ value }) => typeof value === 'number');
  const settingOf = (name: string) => kit.settings.find((each) => each.name === name)?.value;
  const limitOf = (name: string) => limits.find((each) => each.name === name)?.value;
  return (
    <>
      <p className="k-faint">
        {w(
          words(
            `逐月重算，标准取当时生效的值；不产生待核实异常。${
              kit.asKnown === null
                ? '这条规则的来源不能按过去某日读取，按现在已登记的数据（含事后补录和更正）计算。'
                : kit.asKnown.zh
            }`,
            `Month by month, with the standards in force then; it raises no finding. ${
              kit.asKnown === null
                ? 'The source of this kit cannot be read as of a past day: rows as they stand today, later entries and corrections included.'
                : kit.asKnown.en
            }`,
          ),
        )}
      </p>
      <VerbForm
        verb="risk-centre.try-kit"
        draft={false}
        fields={[
          { name: 'from', title: words('从', 'From'), kind: 'day' },
          { name: 'to', title: words('到（不含）', 'To (not included)'), kind: 'day' },
          ...(kit.asKnown === null
            ? []
            : [
                {
                  name: 'asKnown',
                  title: words('只用每月末以前已登记的数据', 'Only what was entered by the end of each month'),
                  kind: 'yes-no' as const,
                  required: false,
                  initial: true,
                },
              ]),
          ...settingFields(kit),
          ...limits.map(({ name, value, unit }): Field => ({
            name: `standards.${name}`,
            title: codeWords(room, name) ?? words(name, name),
            kind: 'number',
            required: false,
            unitOfMeasure: unit,
            initial: value,
            help: words(
              `现行标准 ${String(value)}，改动即为草案`,
              `in force: ${String(value)}; another value is a draft`,
            ),
          })),
        ]}
        input={(values) => ({
          kit: kit.id,
          period: [values['from'], values['to']],
          asKnown: values['asKnown'] === true,
          settings: changed(values, 'settings.', settingOf),
          standards: changed(values, 'standards.', limitOf),
        })}
        submit={words('开始试算', 'Begin')}
        onDone={(answer) => {
          if (answer.result) onDone(answer.result.trial);
        }}
        onCancel={onCancel}
      />
    </>
  );
}

/** 调整灵敏度: inside the declared range, with the reason. */
export function TuneForm({ kit, onDone, onCancel }: FormProps<void>) {
  const settingOf = (name: string) => kit.settings.find((each) => each.name === name)?.value;
  return (
    <VerbForm
      verb="risk-centre.tune-kit"
      draft={false}
      fields={[
        ...settingFields(kit),
        { name: 'reason', title: words('理由', 'Reason'), kind: 'long-text', maxLength: 2_000 },
      ]}
      input={(values) => ({ kit: kit.id, settings: changed(values, 'settings.', settingOf), reason: values['reason'] })}
      submit={words('调整', 'Change')}
      onDone={() => onDone()}
      onCancel={onCancel}
    />
  );
}
