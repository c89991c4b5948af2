import type { Context, Id } from '@opengoa/kernel';

type Known = Pick<Context, 'standards' | 'organisation' | 'today'>;

/** Years of a kind in the table of the accounting rule: `computer`, or a building's structure; null where it names none. */
export function yearsOfKind(kind: string, unit: Id, { standards, organisation, today }: Known): number | null {
  const years = standards.valueOn('assets.depreciation-years', today, organisation.place(unit), { kind });
  return years.found && typeof years.value === 'number' ? years.value : null;
}

interface Years {
  readonly standards: Known['standards'];
  readonly today: string;
  readonly of: Map<string, number | null>;
}
const yearsIn = new WeakMap<Known['organisation'], Years>();

/** What was found for one picture of the organisation, one state of the standards and one day: a ledger asks for few classes by the hundred thousand. */
function yearsKnown({ standards, organisation, today }: Known): Years['of'] {
  const known = yearsIn.get(organisation);
  if (known?.standards === standards && known.today === today) return known.of;
  const fresh: Years = { standards, today, of: new Map() };
  yearsIn.set(organisation, fresh);
  return fresh.of;
}

/**
 * Years over which a class is depreciated; null where it is not, or where nothing says (a building’s structure does). Of a typed code the longest
 * known beginning counts: A02010104 is found under A0201.
 */
export function lifeYearsOf(code: string, unit: Id, context: Known): number | null {
  const known = yearsKnown(context);
  const key = `${unit} ${code.slice(0, 5)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const years = yearsOfCode(code, unit, context);
  known.set(key, years);
  return years;
}

function yearsOfCode(code: string, unit: Id, context: Known): number | null {
  const place = context.organisation.place(unit);
  for (let length = Math.min(code.length, 5); length >= 3; length -= 1) {
    const kind = context.standards.valueOn('assets.depreciation-class', context.today, place, {
      class: code.slice(0, length),
    });
    if (kind.found && typeof kind.value === 'string') return yearsOfKind(kind.value, unit, context);
  }
  return null;
}
