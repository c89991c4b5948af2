/** What was observed against what is allowed. */
import type { Day } from '../calendar/calendar.ts';
import type { Words } from '../words.ts';
import type { Bound, Confidence, Scope, Source, StandardValue, Valued, Waiver } from './standard.ts';

/** How observed and allowed are compared, where the standard does not say it itself. */
export type Direction = Exclude<Bound, 'none'>;

export type Outcome = 'ok' | 'block' | 'warn' | 'inform';

/** A verdict carries all that is needed to show it again later, also after the standard has changed. */
export type Verdict = {
  readonly standard: string;
  readonly title: Words;
  /** Effective day of the value used. */
  readonly version: Day;
  readonly scope: Scope;
  readonly source: Source;
  readonly article?: string;
  readonly confidence: Confidence;
  readonly direction: Direction;
  readonly unit: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly observed: StandardValue;
  readonly allowed: StandardValue;
  /** How far beyond the limit, in the standard's unit; 0 or less when within. `null` where a difference means nothing. */
  readonly difference: number | null;
  readonly outcome: Outcome;
  readonly waiver?: Waiver;
  readonly draft?: true;
};

/** Only a paper that was confirmed may stop anybody. */
const outcomes: Readonly<Record<Confidence, Outcome>> = {
  confirmed: 'block',
  'single-source': 'warn',
  recalled: 'inform',
  'project-default': 'warn',
};

/**
 * Compares an observation, in the standard's unit, with the value in force. A draft never blocks.
 * @throws TypeError when the standard limits nothing and no direction is given, or the two cannot be compared: our fault
 */
export function check(valued: Valued, observed: StandardValue, given: { direction?: Direction } = {}): Verdict {
  const direction = given.direction ?? (valued.bound === 'none' ? undefined : valued.bound);
  if (!direction) throw new TypeError(`${valued.id} limits nothing: say how to compare`);
  const allowed = valued.value;
  const within = compare(direction, observed, allowed, valued.id);
  const upward = direction === 'at-most' || direction === 'less-than';
  const difference =
    typeof observed === 'number' && typeof allowed === 'number'
      ? tidy(upward || direction === 'is' ? observed - allowed : allowed - observed)
      : null;
  const broken = valued.draft ? 'inform' : outcomes[valued.confidence];
  return {
    standard: valued.id,
    title: valued.title,
    version: valued.day,
    scope: valued.scope,
    source: valued.source,
    ...(valued.source.article ? { article: valued.source.article } : {}),
    confidence: valued.confidence,
    direction,
    unit: valued.unit,
    selector: valued.selector,
    observed,
    allowed,
    difference,
    outcome: within ? 'ok' : broken,
    ...(valued.waiver ? { waiver: valued.waiver } : {}),
    ...(valued.draft ? { draft: true as const } : {}),
  };
}

const list = (thing: StandardValue): readonly string[] => (Array.isArray(thing) ? thing : [String(thing)]);

function compare(direction: Direction, observed: StandardValue, allowed: StandardValue, id: string): boolean {
  if (direction === 'one-of') return list(observed).every((word) => list(allowed).includes(word));
  if (direction === 'all-of') return list(allowed).every((word) => list(observed).includes(word));
  if (direction === 'is') return JSON.stringify(observed) === JSON.stringify(allowed);
  const comparable =
    typeof observed === typeof allowed && (typeof observed === 'number' || typeof observed === 'string');
  if (!comparable || Number.isNaN(observed)) {
    throw new TypeError(`${id}: ${JSON.stringify(observed)} cannot be compared with ${JSON.stringify(allowed)}`);
  }
  if (direction === 'at-most') return observed <= allowed;
  if (direction === 'at-least') return observed >= allowed;
  return direction === 'more-than' ? observed > allowed : observed < allowed;
}

/** 0.1 + 0.2 - 0.3 is nothing. */
const tidy = (number: number): number => Number(number.toPrecision(12)) + 0;
