import { chanceOf } from './chance.ts';
import { type CityCard, cardOf } from './holdings.ts';
import type { CityPremises } from './premises.ts';

const kinds = ['desk', 'desktop', 'chair', 'air-conditioner', 'printer'] as const;
/** Numbers of their own, beyond those of everything that was bought for a desk. */
const firstNumber = 800_000;

/** Cards of what stands in rooms that nobody sits in. */
export function thingsIn(
  seed: number,
  { things }: CityPremises,
  unitOf: (building: string) => string,
  from: string,
): CityCard[] {
  const chance = chanceOf(seed, 'things-in-rooms');
  let n = firstNumber;
  return things.flatMap(({ room, count, state }) =>
    Array.from({ length: count }, (_, at): CityCard => {
      n += 1;
      const card = cardOf(chance, kinds[at % kinds.length]!, {
        n,
        room,
        user: null,
        quantity: 1,
        unit: unitOf(room.building),
        from,
      });
      return { ...card, state };
    }),
  );
}
