/**
 * 审核规则: what a reviewer would ask of a filled-in form. Which rules hold for which line, and their limits, are the standard
 * `energy.statistics-checks`; here is how each kind is reckoned. Pure.
 */
import { fillWords, type Words } from '@opengoa/kernel';
import { check, type Outcome, type Valued } from '@opengoa/kernel/standards';
import type { FormLine } from './form.ts';
import { checkWords, formLines, formMeasures } from './words.zh.ts';

export interface Figures {
  readonly amount: number | null;
  readonly costFen: number | null;
}
/** By line. */
export type Sheet = ReadonlyMap<string, Figures>;

export interface Audited {
  readonly lines: readonly FormLine[];
  readonly now: Sheet;
  /** The same month of the year before, as it was reported or else as it was read. */
  readonly lastYear: Sheet;
  /** The month before, as it was reported. */
  readonly before: Sheet;
  /** What the meters say of this month, for the lines that are taken from them. */
  readonly read: ReadonlyMap<string, number>;
  /** Share of the month that the line's meters really read; left out where unknown. */
  readonly readShare: ReadonlyMap<string, number>;
}

export interface Note {
  readonly check: keyof typeof checkWords;
  readonly line: string;
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly said: Words;
  /** The paper behind the limit; null for what contradicts itself. */
  readonly paper: string | null;
}

/** The limit of a rule for a line; undefined where the rule does not hold for it. */
export type LimitOf = (rule: string, line: string) => Valued | undefined;

interface Asked {
  readonly rule: keyof typeof checkWords;
  readonly observed: number;
  readonly shown: string | number;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function auditStatement(audited: Audited, limitOf: LimitOf): Note[] {
  return audited.lines.flatMap((line) => [
    ...contradictionsOf(line, audited),
    ...askedOf(line, audited, limitOf).flatMap(({ rule, observed, shown, data }): Note[] => {
      const limit = limitOf(rule, line.line);
      if (!limit) return [];
      const { outcome } = check(limit, observed);
      if (outcome === 'ok') return [];
      const said = { ...wordsOf(line), ...data, observed: shown, allowed: shownLimit(limit) };
      return [
        { check: rule, line: line.line, outcome, said: fillWords(checkWords[rule], said), paper: paperOf(limit) },
      ];
    }),
  ]);
}

/** What no explanation mends: it contradicts itself. An empty line that the form asks for may be explained. */
function contradictionsOf(line: FormLine, { now, lines }: Audited): Note[] {
  const own = now.get(line.line);
  const whole = line.partOf === null ? undefined : lines.find((each) => each.line === line.partOf);
  const wholeAmount = whole ? (now.get(whole.line)?.amount ?? null) : null;
  const note = (rule: keyof typeof checkWords, outcome: Note['outcome'], data: object = {}): Note => ({
    check: rule,
    line: line.line,
    outcome,
    said: fillWords(checkWords[rule], { ...wordsOf(line), ...data }),
    paper: null,
  });
  const amount = own?.amount ?? null;
  return [
    ...(line.required && amount === null ? [note('required', 'warn')] : []),
    ...(amount === null && (own?.costFen ?? 0) > 0 ? [note('cost-without-amount', 'block')] : []),
    ...(whole && amount !== null && wholeAmount !== null && amount > wholeAmount
      ? [
          note('part-over-whole', 'block', {
            now: amount,
            was: wholeAmount,
            whole: formLines[whole.line] ?? whole.line,
          }),
        ]
      : []),
  ];
}

/** Every rule that has the numbers it needs, with what it observes. */
function askedOf(line: FormLine, { now, lastYear, before, read, readShare }: Audited, limitOf: LimitOf): Asked[] {
  const own = now.get(line.line);
  const amount = own?.amount ?? null;
  const asked: Asked[] = [];
  const share = readShare.get(line.line);
  if (share !== undefined) asked.push({ rule: 'read-share', observed: share, shown: percent(share) });
  if (amount === null) return asked;
  const was = lastYear.get(line.line)?.amount ?? null;
  if (was !== null && was > 0) {
    const change = amount / was - 1;
    const data = { now: amount, was };
    const times = amount >= was ? amount / was : amount === 0 ? null : was / amount;
    const slip = limitOf('unit-slip', line.line)?.value;
    // A factor of a hundred is asked about as such, and not once more as a jump.
    if (times !== null && typeof slip === 'number' && times >= slip)
      asked.push({ rule: 'unit-slip', observed: times, shown: Number((amount / was).toPrecision(3)), data });
    else asked.push({ rule: 'year-jump', observed: Math.abs(change), shown: percent(change), data });
  }
  const last = before.get(line.line)?.amount ?? null;
  if (last !== null && last > 0)
    asked.push({
      rule: 'base-jump',
      observed: Math.abs(amount / last - 1),
      shown: percent(amount / last - 1),
      data: { now: amount, was: last },
    });
  const metered = read.get(line.line);
  if (metered !== undefined && metered > 0)
    asked.push({
      rule: 'from-readings',
      observed: Math.abs(amount / metered - 1),
      shown: percent(amount / metered - 1),
      data: { now: amount, was: metered },
    });
  if (amount > 0 && own?.costFen != null && own.costFen > 0) {
    const fen = own.costFen / amount;
    for (const rule of ['price-low', 'price-high'] as const)
      asked.push({ rule, observed: fen, shown: (fen / 100).toFixed(2) });
  }
  const heads = now.get('heads')?.amount ?? null;
  if (heads !== null && heads > 0)
    asked.push({ rule: 'per-head-high', observed: amount / heads, shown: rounded(amount / heads) });
  const area = now.get('area')?.amount ?? null;
  if (area !== null && area > 0)
    asked.push({ rule: 'per-area-high', observed: amount / area, shown: rounded(amount / area) });
  return asked;
}

const wordsOf = ({ line, measure }: FormLine) => ({
  line: formLines[line] ?? line,
  measure: formMeasures[measure] ?? measure,
});
const rounded = (value: number): number => Number(value.toPrecision(4));
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const shownLimit = ({ value, unit }: Valued): string | number =>
  unit === 'share'
    ? percent(value as number)
    : unit === 'fen'
      ? ((value as number) / 100).toFixed(2)
      : (value as number);
const paperOf = ({ source }: Valued): string =>
  [source.document, source.number, source.article].filter((word) => word !== undefined).join(' ');
