import { words } from '@opengoa/kernel/words';
import { Shown, useRead, VerbForm, type ActDialogProps } from '@opengoa/web-kit';

/** 不属实: the reason comes from the list, what this kit knows to look like it first; the kind of outcome follows from the reason. */
export default function DismissDialog({ object, onDone, onCancel }: ActDialogProps) {
  const finding = useRead('risk-centre.finding', { id: String(object.id) });
  return (
    <Shown known={finding} lines={5}>
      {({ id, reasons }) => (
        <VerbForm
          verb="risk-centre.dismiss-finding"
          fields={[
            {
              name: 'cause',
              title: words('原因', 'Reason'),
              kind: 'choice',
              choices: Object.fromEntries(reasons.map(({ code, title }) => [code, title])),
            },
            {
              name: 'reason',
              title: words('理由', 'In words'),
              kind: 'long-text',
              maxLength: 2_000,
              phrases: [words('单位说明合理，材料齐全。', 'The unit’s answer is reasonable and documented.')],
            },
          ]}
          input={(values) => ({
            finding: id,
            ...values,
            outcome: reasons.find(({ code }) => code === values['cause'])?.outcome ?? 'explained',
          })}
          submit={words('不属实', 'Dismiss')}
          draft={`dismiss ${id}`}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </Shown>
  );
}
