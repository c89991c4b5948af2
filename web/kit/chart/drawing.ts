import type { Language } from '../formatters.ts';
import type { Shade } from './chart-data.ts';

/** Colours of a chart, read from the page so that dark mode is followed. */
export interface Palette {
  /** Height of the letters in pixels; 12 when left out. */
  readonly textPx?: number;
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly ground: string;
  readonly main: string;
  readonly muted: string;
  readonly check: string;
  readonly band: string;
  readonly shade: string;
  /** From little to much. */
  readonly heat: readonly string[];
}

export interface Drawing {
  readonly palette: Palette;
  readonly language: Language;
  readonly expected: string;
}

/** Shades as ECharts takes them: a corner each with its own colour where it is not the usual one. */
export const areasOf = (
  shades: readonly Shade[] | undefined,
  at: (place: number) => number,
  { palette, language }: Pick<Drawing, 'palette' | 'language'>,
): object[] | undefined =>
  shades?.map(({ from, to, title, tone }) => [
    {
      xAxis: at(from),
      name: title[language],
      ...(tone === 'check' ? { itemStyle: { color: palette.check, opacity: 0.45 } } : {}),
    },
    { xAxis: at(to) },
  ]);
