import type { Problem } from '@opengoa/kernel/contract';
import { Icon, useWords } from '@opengoa/web-kit/light';
import { useId, useState, type SubmitEvent } from 'react';
import { signInWords as words } from '../words.ts';

interface LightFieldProps {
  readonly name: string;
  readonly title: string;
  readonly secret?: boolean;
  readonly autoComplete: string;
  readonly numeric?: boolean;
  readonly autoFocus?: boolean;
  readonly choices?: Readonly<Record<string, string>>;
}

/** One labelled field; a secret can be looked at while it is typed. */
export function LightField({
  name,
  title,
  secret = false,
  autoComplete,
  numeric = false,
  autoFocus = false,
  choices,
}: LightFieldProps) {
  const { w } = useWords();
  const id = useId();
  const [seen, setSeen] = useState(false);
  return (
    <div className="k-field">
      <label className="k-label" htmlFor={id}>
        {title}
      </label>
      {choices ? (
        <select className="k-input" id={id} name={name} defaultValue="city">
          {Object.entries(choices).map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <span className="s-input">
          <input
            className="k-input"
            id={id}
            name={name}
            type={secret && !seen ? 'password' : 'text'}
            autoComplete={autoComplete}
            required
            spellCheck={false}
            autoCapitalize="none"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a page that holds nothing else
            autoFocus={autoFocus}
            {...(numeric ? { inputMode: 'numeric' as const } : {})}
          />
          {secret && (
            <button
              type="button"
              className="k-icon-button"
              aria-label={w(seen ? words.hide : words.show)}
              aria-pressed={seen}
              onClick={() => setSeen(!seen)}
            >
              <Icon name="eye" size={16} />
            </button>
          )}
        </span>
      )}
    </div>
  );
}

interface LightFormProps {
  readonly submit: string;
  readonly running: boolean;
  readonly problem: Problem | undefined;
  /** Said here, not by the server. */
  readonly wrong?: string | undefined;
  readonly children: React.ReactNode;
  onSend(values: Readonly<Record<string, string>>): void;
}

/** A small form: fields by name, one button, the refusal above it. */
export function LightForm({ submit, running, problem, wrong, children, onSend }: LightFormProps) {
  const { language } = useWords();
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running) return;
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    onSend(values);
  };
  const message = wrong ?? (problem && (language === 'en' ? problem.messageEn : problem.message));
  const details = wrong ? [] : (problem?.fields ?? []);
  return (
    <form onSubmit={send}>
      {message && (
        <div className="k-refusal" role="alert">
          <Icon name="warning" />
          <div>
            <p>{message}</p>
            {details.map((field) => (
              <p key={field.path}>{field.words ? field.words[language === 'en' ? 'en' : 'zh'] : field.message}</p>
            ))}
          </div>
        </div>
      )}
      {children}
      <button type="submit" className="k-button k-button-primary s-submit" disabled={running} aria-busy={running}>
        {submit}
      </button>
    </form>
  );
}
