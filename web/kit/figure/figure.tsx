import type { Words } from '@opengoa/kernel/contract';
import { useState, type ReactNode } from 'react';
import { day, EMPTY, instant, moneyUnit, number } from '../formatters.ts';
import { Pairs, type Pair } from '../frame/page.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { Go } from '../frame/way.tsx';
import { useWords } from '../words/i18n.ts';

/** Where a number comes from, as the read that gave the number says it. */
export interface FigureSource {
  readonly title?: Words | string;
  readonly value?: number | string | null;
  readonly unit?: string | null;
  readonly period?: string | null;
  readonly definition?: Words | string | null;
  readonly formula?: Words | string | null;
  readonly standard?: string | null;
  readonly article?: string | null;
  /** Address of the ledger that shows the rows behind it. */
  readonly rows?: string | null;
  readonly certifiedBy?: string | null;
  readonly certifiedAt?: string | null;
  readonly at?: string | null;
}

interface FigureProps {
  /** The number as it is written, formatted. */
  readonly children: ReactNode;
  readonly title?: Words | string;
  readonly source: FigureSource;
}

/** A number that can be opened: a dotted underline, and behind it 由来. */
export function Figure({ children, title, source }: FigureProps) {
  const { t, w } = useWords();
  const [open, setOpen] = useState(false);
  // What is not known yet comes from nowhere.
  if (children === EMPTY) return EMPTY;
  return (
    <>
      <button
        type="button"
        className="k-figure"
        aria-haspopup="dialog"
        title={t('source')}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open && (
        <Sheet title={`${t('source')}${title ? ` · ${w(title)}` : ''}`} onClose={() => setOpen(false)}>
          <SourcePairs source={source} shown={children} />
        </Sheet>
      )}
    </>
  );
}

function SourcePairs({ source, shown }: { readonly source: FigureSource; readonly shown: ReactNode }) {
  const { t, w, language } = useWords();
  const value =
    source.value === undefined ? shown : typeof source.value === 'number' ? number(source.value) : source.value;
  const words = (text: Words | string | null | undefined) => (text ? w(text) : undefined);
  const pairs: (Pair | undefined)[] = [
    {
      term: t('value'),
      value: (
        <span className="k-figure-value">
          {value} {source.value === undefined || !source.unit ? null : moneyUnit(source.unit)}
        </span>
      ),
      wide: true,
    },
    ...(
      [
        [
          'period',
          source.period && /^\d{4}-\d{2}-\d{2}$/.test(source.period) ? day(source.period, language) : source.period,
        ],
        ['definition', words(source.definition)],
        ['formula', words(source.formula)],
        ['standard', source.standard],
        ['article', source.article],
        [
          'certifiedBy',
          source.certifiedBy &&
            [source.certifiedBy, source.certifiedAt && instant(source.certifiedAt, language)]
              .filter(Boolean)
              .join(' · '),
        ],
        ['asOf', source.at && instant(source.at, language)],
      ] as const
    ).map(([key, text]): Pair | undefined => (text ? { term: t(key), value: text, wide: true } : undefined)),
  ];
  return (
    <>
      <Pairs pairs={pairs.filter((pair) => pair !== undefined)} />
      {source.rows && (
        <p>
          <Go className="k-link" to={source.rows}>
            {t('openRows')}
          </Go>
        </p>
      )}
    </>
  );
}
