import type { Kernel } from '@opengoa/kernel/host';

/** Whether the store holds the demo city: its root stands in the tree under an id that follows from its name. */
export async function holdsDemo({ registers }: Kernel): Promise<boolean> {
  const { units, unitId } = await import('../../demo/cast.ts');
  const root = unitId(units[0]!.key);
  return registers.organisation('').units.some(({ id }) => id === root);
}
