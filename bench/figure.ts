/** One line of the table of figures: what was measured, beside what, and what it should be. */
export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly floor?: string;
  readonly target: string;
  readonly ok: boolean;
}

export interface Asked {
  /** The short form: fewer and shorter rounds, smaller amounts; the same targets. */
  readonly short: boolean;
  readonly say: (line: string) => void;
}

export interface Figure {
  readonly name: string;
  readonly title: string;
  measure(asked: Asked): Promise<readonly Line[]>;
}

/** At least so many times the floor. */
export function atLeast(what: string, measured: number, floor: number, times: number, unit: string): Line {
  const ratio = measured / floor;
  return {
    what,
    measured: `${round(measured)} ${unit}`,
    floor: `${round(floor)} ${unit}`,
    target: `${ratio.toFixed(2)}x, wanted >= ${times}x`,
    ok: ratio >= times,
  };
}

/** At most so many times the floor. */
export function atMostTimes(what: string, measured: number, floor: number, times: number, unit: string): Line {
  const ratio = measured / floor;
  return {
    what,
    measured: `${round(measured)} ${unit}`,
    floor: `${round(floor)} ${unit}`,
    target: `${ratio.toFixed(2)}x, wanted <= ${times}x`,
    ok: ratio <= times,
  };
}

export const atMost = (what: string, measured: number, most: number, unit: string): Line => ({
  what,
  measured: `${round(measured)} ${unit}`.trim(),
  target: `wanted <= ${most.toLocaleString('en')} ${unit}`.trim(),
  ok: measured <= most,
});

/** Only told, with nothing wanted of it. */
export const told = (what: string, measured: string, floor?: string): Line => ({
  what,
  measured,
  ...(floor === undefined ? {} : { floor }),
  target: '',
  ok: true,
});

export const round = (value: number): string =>
  value >= 100 || Number.isInteger(value)
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(2);
