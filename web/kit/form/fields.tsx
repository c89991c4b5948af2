import type { Problem } from '@opengoa/kernel/contract';
import { useEffect, useId, useRef } from 'react';
import type { Field } from '../room.ts';
import { useWords } from '../words/i18n.ts';
import { FieldInput } from './field-input.tsx';
import { asked, helpOf, type FieldError, type Raw, type RawValues } from './values.ts';

/** The page's id of a field's control, for labels and jump links. */
export const controlId = (form: string, field: string): string => `${form}-${field}`.replaceAll(/[^\w-]/g, '-');

/** One problem of a form, already worded; `field` is where it jumps to. */
export interface WordedError {
  readonly field: string | undefined;
  readonly message: string;
}

/** Shape errors found here and the server's, in words. The server's paths (`input.people`, `/people`) are taken by their last known field. */
export function useWordedErrors(
  fields: readonly Field[],
  errors: readonly FieldError[],
  problem: Problem | undefined,
): readonly WordedError[] {
  const { w, t, language } = useWords();
  const named = (name: string) => fields.find((field) => field.name === name);
  const own = errors.map((error) => {
    const field = named(error.field);
    return {
      field: error.field,
      message: t(error.key, { title: field ? w(field.title) : error.field, ...error.data }),
    };
  });
  const theirs = (problem?.fields ?? []).map((each) => {
    const field = each.path.split(/[./]/).findLast((part) => named(part) !== undefined);
    const title = field ? named(field)?.title : undefined;
    const said = each.words ? w(each.words) : each.message;
    return { field, message: title ? `${w(title)}${language === 'en' ? ': ' : '：'}${said}` : said };
  });
  if (problem && theirs.length === 0)
    return [...own, { field: undefined, message: language === 'en' ? problem.messageEn : problem.message }];
  return [...own, ...theirs];
}

interface FieldsProps {
  /** Id of the form, unique on the page. */
  readonly form: string;
  readonly fields: readonly Field[];
  readonly values: RawValues;
  readonly errors: readonly WordedError[];
  onChange(field: string, value: Raw): void;
}

/** The questions of a form one under the other, each with its label, help and error. */
export function Fields({ form, fields, values, errors, onChange }: FieldsProps) {
  const { w, t } = useWords();
  const page = useId();
  return asked(fields, values).map((field) => {
    const id = controlId(form, field.name);
    const error = errors.find((each) => each.field === field.name)?.message;
    const helpId = `${page}-${field.name}-help`;
    const isBox = field.kind === 'yes-no';
    const help = helpOf(field);
    return (
      <div key={field.name} className="k-field" data-kind={field.kind} data-wrong={error ? '' : undefined}>
        {!(isBox && !field.help) && (
          <label className="k-label" htmlFor={id}>
            {w(field.title)}
            {field.required === false || isBox ? null : (
              <span className="k-required" title={t('required')} aria-hidden="true">
                *
              </span>
            )}
          </label>
        )}
        <FieldInput
          field={field}
          id={id}
          value={values[field.name]}
          invalid={error !== undefined}
          describedBy={error || help ? helpId : undefined}
          onChange={(value) => onChange(field.name, value)}
        />
        {error ? (
          <p className="k-error" id={helpId}>
            {error}
          </p>
        ) : help && !isBox ? (
          <p className="k-help" id={helpId}>
            {w(help)}
          </p>
        ) : null}
      </div>
    );
  });
}

/** All errors on top, each a link to its field. Takes the focus when it appears, so that it is read out. */
export function ErrorSummary(props: SummaryProps) {
  return props.errors.length === 0 ? null : <Summary {...props} />;
}

interface SummaryProps {
  readonly form: string;
  readonly errors: readonly WordedError[];
}

function Summary({ form, errors }: SummaryProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  // Once, and after the page stands: whoever corrects one field keeps the focus there while others are still wrong.
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="k-errors" role="alert" tabIndex={-1} ref={box}>
      {errors.length > 1 && <strong>{t('errorsFirst', { count: errors.length })}</strong>}
      <ul>
        {errors.map((error) => (
          <li key={`${error.field ?? ''}${error.message}`}>
            {error.field ? (
              <a
                href={`#${controlId(form, error.field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(controlId(form, error.field ?? ''))?.focus();
                }}
              >
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
