import type { Context, RiskCase } from '@opengoa/kernel';
import type { RiskKit, StandardInForce, StandardsInForce } from '@opengoa/kernel/risk-kit';

/** The standards a kit names, as they stood on the last day of the case's period, at its unit. One that was not in force is absent: the kit then says so. */
export function standardsInForce(
  kit: Pick<RiskKit, 'standards'>,
  { unit, period }: Pick<RiskCase, 'unit' | 'period'>,
  { standards, organisation }: Context,
): StandardsInForce {
  const place = organisation.place(unit);
  const day = new Date(Date.parse(period[1]) - 86_400_000).toISOString().slice(0, 10);
  const found: Record<string, StandardInForce> = {};
  for (const [name, asked] of Object.entries(kit.standards)) {
    const valued = standards.valueOn(asked.id, day, place, asked.selector);
    if (valued.found) found[name] = valued;
  }
  return found;
}
