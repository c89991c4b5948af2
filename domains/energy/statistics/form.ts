/** The form as its standard lays it down: lines, units of measure, where each is taken from. Pure. */
import type { Context } from '@opengoa/kernel';

/** Where a line is taken from: main meters of a carrier, fuel ledgers, the register of buildings, or nowhere but the clerk's hand. */
export type Takes =
  | 'heads'
  | 'area'
  | 'meter-electricity'
  | 'meter-data-centre'
  | 'meter-water'
  | 'meter-gas'
  | 'meter-heat'
  | 'fills-petrol'
  | 'fills-diesel'
  | 'hand';

export interface FormLine {
  readonly line: string;
  readonly measure: string;
  readonly from: Takes;
  readonly cost: boolean;
  readonly required: boolean;
  /** The line it is a part of (其中). */
  readonly partOf: string | null;
}

export interface Form {
  readonly title: string;
  /** From which day on it holds. */
  readonly from: string;
  readonly document: string;
  readonly confidence: string;
  readonly lines: readonly FormLine[];
}

const id = 'energy.statistics-form';
type Standards = Context['standards'];
type Where = Parameters<Standards['valueOn']>[2];

/** @returns null where no form was in force on that day */
export function formOn(day: string, place: Where, standards: Standards): Form | null {
  const said = (line: string, field: string) => {
    const found = standards.valueOn(id, day, place, { line, field });
    return found.found ? found : null;
  };
  const lines = said('form', 'lines');
  if (!lines) return null;
  const value = (line: string, field: string) => said(line, field)?.value;
  return {
    title: String(value('form', 'title') ?? ''),
    from: lines.day,
    document: lines.source.document,
    confidence: lines.confidence,
    lines: (lines.value as readonly string[]).map((line) => ({
      line,
      measure: String(value(line, 'measure') ?? ''),
      from: (value(line, 'from') as Takes | undefined) ?? 'hand',
      cost: value(line, 'cost') === true,
      required: value(line, 'required') === true,
      partOf: (value(line, 'part-of') as string | undefined) ?? null,
    })),
  };
}
