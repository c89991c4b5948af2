import type { Words } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import type { VerbAnswer } from '../client/client.ts';
import type { Result, VerbName } from '../client/door-types.ts';
import { cellText } from '../ledger/cell.tsx';
import { ErrorSummary, Fields, useWordedErrors, type WordedError } from '../form/fields.tsx';
import { useForm } from '../form/use-form.ts';
import { asked, isPicked, parsedAll, type Raw, type RawValues } from '../form/values.ts';
import { type Language, yuanMark } from '../formatters.ts';
import { Page } from '../frame/page.tsx';
import { useWay, withQuery } from '../frame/way.tsx';
import { useAnyVerb } from '../hooks/verbs.ts';
import { usePhone } from '../look/look.ts';
import type { Field } from '../room.ts';
import { PossibleInstead } from '../states/refusal.tsx';
import { useWords } from '../words/i18n.ts';

export interface JourneyStep {
  readonly key: string;
  /** The question this page asks. */
  readonly title: Words;
  readonly about?: Words;
  readonly fields: readonly Field[];
}

export interface JourneyProps<Name extends VerbName = VerbName> {
  readonly title: Words;
  readonly verb: Name;
  readonly steps: readonly JourneyStep[];
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Shapes the verb's input; default: the fields' values as they are. */
  readonly input?: (values: Readonly<Record<string, unknown>>) => unknown;
  readonly submit?: Words;
  /** Name of the draft; default the verb's name. One begun from an earlier matter keeps a draft of its own. */
  readonly draft?: string;
  /** Before the first question: earlier matters to begin from. */
  readonly above?: ReactNode;
  /** What would follow at once (cost, who approves), from the values parsed so far. */
  readonly beside?: (values: Readonly<Record<string, unknown>>) => ReactNode;
  /** The page after sending. */
  readonly sent: (answer: VerbAnswer<Result<Name>>) => ReactNode;
}

/** A value of a field as it is read back on the check page. */
export function shownValue(field: Field, raw: Raw, language: Language): string {
  if (raw === undefined || raw === '') return '';
  if (isPicked(raw)) return raw.label;
  switch (field.kind) {
    case 'yes-no':
      return cellText({ title: field.title, kind: 'yes-no' }, raw, language);
    case 'choice':
      return field.choices?.[String(raw)]?.[language] ?? String(raw);
    case 'day':
      return cellText({ title: field.title, kind: 'day' }, raw, language);
    case 'instant':
      return cellText({ title: field.title, kind: 'instant' }, `${String(raw).slice(0, 16)}:00+08:00`, language);
    case 'money':
      return `${String(raw)} ${yuanMark()}`;
    case 'password':
      return '••••••';
    default:
      return field.unitOfMeasure ? `${String(raw)} ${field.unitOfMeasure}` : String(raw);
  }
}

interface SummaryProps {
  readonly steps: readonly JourneyStep[];
  readonly values: RawValues;
  onChange?(step: number): void;
}

/** What has been answered so far: the rail on the desk, the check page on the phone. */
function Answers({ steps, values, onChange }: SummaryProps) {
  const { t, w, language } = useWords();
  // Beside the form, which shows what is left, only what was said; to be checked, every line.
  const told = (fields: readonly Field[]) =>
    onChange ? fields : fields.filter((field) => shownValue(field, values[field.name], language));
  return (
    <dl className="k-answers">
      {steps.map((step, index) =>
        told(asked(step.fields, values)).map((field) => (
          <div key={field.name}>
            <dt>{w(field.title)}</dt>
            <dd>
              {shownValue(field, values[field.name], language) || (
                <span className="k-faint">{t('notYetAnswered')}</span>
              )}
              {onChange && (
                <button
                  type="button"
                  className="k-link"
                  aria-label={`${t('change')} ${w(field.title)}`}
                  onClick={() => onChange(index)}
                >
                  {t('change')}
                </button>
              )}
            </dd>
          </div>
        )),
      )}
    </dl>
  );
}

/** Asking for something: one question a screen on the phone, one page with a summary rail on the desk. Drafts are kept at every field. */
export function Journey<Name extends VerbName>({
  title,
  verb,
  steps,
  initial,
  input,
  submit,
  draft = verb,
  above,
  beside,
  sent,
}: JourneyProps<Name>) {
  const { t, w } = useWords();
  const phone = usePhone();
  const way = useWay();
  const page = useId();
  const fields = steps.flatMap((step) => step.fields);
  const form = useForm(fields, initial, draft);
  const act = useAnyVerb<Result<Name>>(verb, form.key);
  const [answer, setAnswer] = useState<VerbAnswer<Result<Name>>>();
  const errors = useWordedErrors(fields, form.errors, act.problem);
  const soFar = parsedAll(fields, form.values).input;

  if (answer) {
    return (
      <Page title={title} wide={false}>
        <div role="status">{sent(answer)}</div>
      </Page>
    );
  }

  const send = async () => {
    if (act.running) return;
    act.clear();
    const values = form.check();
    if (!values) return;
    const outcome = await act.run(input ? input(values) : values);
    if (!outcome.ok) return;
    form.drop();
    setAnswer(outcome.answer);
  };
  const restored = form.restored && (
    <p className="k-note">
      {t('draftBack')}{' '}
      <button type="button" className="k-link" onClick={form.startOver}>
        {t('draftDrop')}
      </button>
    </p>
  );
  const sendWords = submit ? w(submit) : t('submit');

  if (phone) {
    const at = Math.min(Math.max(Number(way.query['step'] ?? 0) || 0, 0), steps.length);
    const goTo = (step: number) => way.go(withQuery(way, { step: step === 0 ? undefined : String(step) }));
    return (
      <PhoneStep
        key={at}
        page={page}
        title={title}
        at={at}
        steps={steps}
        values={form.values}
        errors={errors}
        restored={
          at === 0 ? (
            <>
              {above}
              {restored}
            </>
          ) : null
        }
        beside={beside?.(soFar)}
        running={act.running}
        sendWords={sendWords}
        refused={<PossibleInstead problem={act.problem} />}
        onChange={form.set}
        onBack={() => goTo(at - 1)}
        onStep={goTo}
        onNext={() => {
          const step = steps[at];
          if (step === undefined) void send();
          else if (form.check(step.fields)) goTo(at + 1);
        }}
      />
    );
  }

  return (
    <Page title={title}>
      <form
        className="k-journey"
        noValidate
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="k-journey-main">
          <ErrorSummary form={page} errors={errors} />
          <PossibleInstead problem={act.problem} />
          {above}
          {restored}
          {steps.map((step) => (
            <fieldset key={step.key} className="k-journey-step">
              <legend>{w(step.title)}</legend>
              {step.about && <p className="k-faint">{w(step.about)}</p>}
              <Fields form={page} fields={step.fields} values={form.values} errors={errors} onChange={form.set} />
            </fieldset>
          ))}
        </div>
        <aside className="k-journey-rail">
          {beside && <div className="k-beside">{beside(soFar)}</div>}
          <h2>{t('summary')}</h2>
          <Answers steps={steps} values={form.values} />
          <Button type="primary" htmlType="submit" block loading={act.running}>
            {sendWords}
          </Button>
        </aside>
      </form>
    </Page>
  );
}

interface PhoneStepProps {
  readonly page: string;
  readonly title: Words;
  readonly at: number;
  readonly steps: readonly JourneyStep[];
  readonly values: RawValues;
  readonly errors: readonly WordedError[];
  readonly restored: ReactNode;
  readonly beside: ReactNode;
  readonly running: boolean;
  readonly sendWords: string;
  readonly refused: ReactNode;
  onChange(field: string, value: Raw): void;
  onNext(): void;
  onBack(): void;
  onStep(step: number): void;
}

/** One question; after the last, the answers to check. */
function PhoneStep(props: PhoneStepProps) {
  const { t, w } = useWords();
  const { at, steps, page } = props;
  const step = steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form
      className="k-page k-phone-step"
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        props.onNext();
      }}
    >
      <p className="k-faint">
        {w(props.title)} · {t('step', { step: at + 1, of: steps.length + 1 })}
      </p>
      <progress className="k-progress" max={steps.length + 1} value={at + 1} aria-label={t('steps')} />
      <h1 tabIndex={-1} ref={heading}>
        {step ? w(step.title) : t('checkAnswers')}
      </h1>
      <ErrorSummary form={page} errors={props.errors} />
      {props.refused}
      {props.restored}
      {step?.about && <p className="k-faint">{w(step.about)}</p>}
      {step ? (
        <Fields
          form={page}
          fields={step.fields}
          values={props.values}
          errors={props.errors}
          onChange={props.onChange}
        />
      ) : (
        <Answers steps={steps} values={props.values} onChange={props.onStep} />
      )}
      {props.beside && <div className="k-beside">{props.beside}</div>}
      <div className="k-thumb">
        {at > 0 && (
          <Button size="large" onClick={props.onBack}>
            {t('previous')}
          </Button>
        )}
        <Button size="large" type="primary" htmlType="submit" loading={props.running}>
          {step ? t('next') : props.sendWords}
        </Button>
      </div>
    </form>
  );
}
