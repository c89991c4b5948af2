import type { RiskKit, Settings } from '@opengoa/kernel/risk-kit';

/** The numbers a kit came with. */
export const ownSettings = (kit: Pick<RiskKit, 'settings'>): Settings =>
  Object.fromEntries(Object.entries(kit.settings).map(([name, { value }]) => [name, value]));

/** The first of the given numbers that the kit does not know or that lies outside its declared range. */
export function settingsFit(
  kit: Pick<RiskKit, 'settings'>,
  given: Settings,
): { name: string; from: number; to: number } | undefined {
  for (const [name, value] of Object.entries(given)) {
    const setting = kit.settings[name];
    const [from, to] = setting?.range ?? [0, 0];
    if (!setting || value < from || value > to) return { name, from, to };
  }
  return undefined;
}
