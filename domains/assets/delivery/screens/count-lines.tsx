import { words } from '@opengoa/kernel/words';
import { type Answer, VerbForm } from '@opengoa/web-kit';
import { field, type NamedField } from '@opengoa/web-kit/room';
import { conditions } from '../../warehouse/words.zh.ts';

/** 清点: line by line how many came and how they are. */
export function CountLines({
  of: it,
  reload,
}: {
  readonly of: Answer<'assets.transfer'>;
  readonly reload: () => void;
}) {
  const fields: NamedField[] = it.lines.flatMap(({ id, name, quantity, measure, condition }) => [
    field(
      `received-${id}`,
      `${name}：实收（发出 ${quantity} ${measure}）`,
      `${name}: received of ${quantity}`,
      'integer',
      {
        from: 0,
        to: quantity,
        initial: quantity,
      },
    ),
    field(`condition-${id}`, `${name}：成色`, `${name}: condition`, 'choice', {
      choices: conditions,
      initial: condition,
    }),
    field(`said-${id}`, `${name}：说明`, `${name}: said`, 'text', { required: false, maxLength: 300 }),
  ]);
  return (
    <VerbForm
      verb="assets.receive-transfer"
      fields={fields}
      submit={words('接收入账', 'Receive and book')}
      draft={false}
      input={(values) => ({
        transfer: it.id,
        version: it.version,
        lines: it.lines.map(({ id }) => ({
          line: id,
          received: values[`received-${id}`],
          condition: values[`condition-${id}`],
          said: values[`said-${id}`] ?? '',
        })),
      })}
      onDone={reload}
    />
  );
}
