import type { VerbName } from '../client/door-types.ts';
import { Part } from '../frame/loaded.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { useSession } from '../hooks/session.ts';
import { VerbForm } from '../form/verb-form.tsx';
import type { Act, ActObject } from '../room.ts';
import { Skeleton } from '../states/skeleton.tsx';
import { useWords } from '../words/i18n.ts';
import { withOwnUnit } from './own-unit.ts';

interface DialogProps {
  readonly verb: string;
  readonly act: Act;
  readonly object: ActObject;
  onDone(): void;
  onCancel(): void;
}

/** What is asked before a verb runs: its fields, a question, or the room's own dialog. */
export function ActDialog({ verb, act, object, onDone, onCancel }: DialogProps) {
  const { w, t } = useWords();
  const { unit } = useSession();
  const begun = withOwnUnit(act, object, unit);
  if (act.dialog) {
    return (
      <Sheet kind="middle" title={w(act.title)} onClose={onCancel}>
        <Part load={act.dialog} given={{ verb, object, onDone, onCancel }} meanwhile={<Skeleton lines={4} />} />
      </Sheet>
    );
  }
  return (
    <Sheet kind="middle" title={w(act.title)} onClose={onCancel}>
      {(act.about ?? act.confirm) && <p className="k-about">{w(act.about ?? act.confirm)}</p>}
      <VerbForm
        verb={verb as VerbName}
        fields={begun.fields}
        known={act.input?.(object) ?? {}}
        {...(act.shape ? { input: (values) => act.shape?.({ ...act.input?.(object), ...values }, object) } : {})}
        initial={begun.initial}
        draft={object.id ? `${verb}.${object.id}` : verb}
        submit={act.fields?.length ? act.title : { zh: t('confirm'), en: t('confirm') }}
        danger={act.tone === 'danger'}
        onDone={onDone}
        onCancel={onCancel}
      />
    </Sheet>
  );
}
