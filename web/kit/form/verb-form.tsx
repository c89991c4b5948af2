import type { Words } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useId, type ReactNode, type SubmitEvent } from 'react';
import type { VerbAnswer } from '../client/client.ts';
import type { Result, VerbName } from '../client/door-types.ts';
import { useAnyVerb } from '../hooks/verbs.ts';
import type { Field } from '../room.ts';
import { PossibleInstead } from '../states/refusal.tsx';
import { useWords } from '../words/i18n.ts';
import { ErrorSummary, Fields, useWordedErrors } from './fields.tsx';
import { useForm } from './use-form.ts';
import type { Raw } from './values.ts';

export interface VerbFormProps<Name extends VerbName = VerbName> {
  readonly verb: Name;
  readonly fields: readonly Field[];
  /** The part of the input that is known already. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** Shapes the verb's input from the fields' values; default: all of them, beside `known`. */
  readonly input?: (values: Readonly<Record<string, unknown>>) => unknown;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly submit?: Words;
  readonly danger?: boolean;
  /** Name of the draft; default the verb's name; `false` keeps none. */
  readonly draft?: string | false;
  /** Beside the form on the desk, under it on the phone: what would happen now. */
  readonly beside?: (values: Readonly<Record<string, unknown>>, set: (field: string, value: Raw) => void) => ReactNode;
  onDone?(answer: VerbAnswer<Result<Name>>): void;
  onCancel?(): void;
}

/** A form for one verb: labels, units, drafts, errors gathered on top with jump links, one submission per wish. */
export function VerbForm<Name extends VerbName>({
  verb,
  fields,
  known = {},
  input,
  initial,
  submit,
  danger = false,
  draft,
  beside,
  onDone,
  onCancel,
}: VerbFormProps<Name>) {
  const { w, t } = useWords();
  const page = useId();
  const name = draft === false || fields.length === 0 ? undefined : (draft ?? verb);
  const form = useForm(fields, initial, name);
  const act = useAnyVerb<Result<Name>>(verb, form.key);
  const errors = useWordedErrors(fields, form.errors, act.problem);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.running) return;
    act.clear();
    const values = form.check();
    if (!values) return;
    const outcome = await act.run(input ? input(values) : { ...known, ...values });
    if (!outcome.ok) return;
    form.drop();
    onDone?.(outcome.answer);
  };

  return (
    <form className={beside ? 'k-form k-form-beside' : 'k-form'} noValidate onSubmit={(event) => void send(event)}>
      <div>
        <ErrorSummary form={page} errors={errors} />
        <PossibleInstead problem={act.problem} />
        {form.restored && (
          <p className="k-note">
            {t('draftBack')}{' '}
            <button type="button" className="k-link" onClick={form.startOver}>
              {t('draftDrop')}
            </button>
          </p>
        )}
        <Fields form={page} fields={fields} values={form.values} errors={errors} onChange={form.set} />
        <div className="k-form-foot">
          {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
          <Button type="primary" danger={danger} htmlType="submit" loading={act.running}>
            {submit ? w(submit) : t('submit')}
          </Button>
        </div>
      </div>
      {beside && <aside className="k-beside">{beside(form.values, form.set)}</aside>}
    </form>
  );
}
