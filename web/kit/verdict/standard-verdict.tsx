import { day, number } from '../formatters.ts';
import { StatusTag } from '../frame/status-tag.tsx';
import { Figure } from '../figure/figure.tsx';
import { useWords } from '../words/i18n.ts';
import type { Words } from '@opengoa/kernel/contract';

/** What a check against a standard found, as the server says it. Screens compare nothing. */
export interface Verdict {
  readonly standard: string;
  readonly title: Words | string;
  readonly outcome: 'within' | 'over' | 'check';
  readonly observed?: number | string | null;
  readonly allowed?: number | string | null;
  readonly unit?: string | null;
  readonly article?: string | null;
  readonly document?: string | null;
  /** Day from which the value used is in force. */
  readonly version?: string | null;
}

const tones = { within: 'done', over: 'refused', check: 'check' } as const;
const words = { within: 'withinStandard', over: 'overStandard', check: 'needsCheck' } as const;

/** A standard, what it allows, what is observed, and the article behind it. */
export function StandardVerdict({ verdict }: { readonly verdict: Verdict }) {
  const { t, w, language } = useWords();
  const amount = (value: number | string | null | undefined) =>
    `${typeof value === 'number' ? number(value) : (value ?? '—')}${verdict.unit ? ` ${verdict.unit}` : ''}`;
  return (
    <div className="k-verdict">
      <StatusTag tone={tones[verdict.outcome]}>{t(words[verdict.outcome])}</StatusTag>
      <div>
        <strong>{w(verdict.title)}</strong>
        <span>
          {' '}
          {t('observed')}{' '}
          <Figure
            title={verdict.title}
            source={{
              value: verdict.observed ?? null,
              unit: verdict.unit ?? null,
              standard: [verdict.document, verdict.standard].filter(Boolean).join(' · '),
              article: verdict.article ?? null,
              definition: verdict.version ? `${t('version')} ${day(verdict.version, language)}` : null,
            }}
          >
            {amount(verdict.observed)}
          </Figure>
          {' · '}
          {t('allowed')} {amount(verdict.allowed)}
        </span>
        {(verdict.document || verdict.article) && (
          <p className="k-faint">{[verdict.document, verdict.article].filter(Boolean).join(' ')}</p>
        )}
      </div>
    </div>
  );
}

export const Verdicts = ({ verdicts }: { readonly verdicts: readonly Verdict[] }) => (
  <div className="k-verdicts">
    {verdicts.map((verdict) => (
      <StandardVerdict key={`${verdict.standard}${nameOf(verdict)}`} verdict={verdict} />
    ))}
  </div>
);

const nameOf = (verdict: Verdict) => (typeof verdict.title === 'string' ? verdict.title : verdict.title.zh);
