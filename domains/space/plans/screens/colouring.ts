import { words } from '@opengoa/kernel/words';
import type { Answer } from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import { roomStates, roomUses } from '../../ledger/words.zh.ts';
import type { Colouring } from '../words.zh.ts';

export type PlanRoom = Answer<'space.floor-plan'>['rooms'][number];

/** One entry of the legend: the rooms that bear its colour. */
export interface Paint {
  readonly key: string;
  readonly words: Words;
  /** Class of the style sheet. */
  readonly look: string;
  readonly rooms: readonly PlanRoom[];
  readonly areaM2: number;
}

const looks = 10;

/** What is measured by steps, in what it is measured. */
const measured = {
  over: { of: (room: PlanRoom) => room.overM2, unit: '㎡', none: words('不适用或不能判断', 'Not known') },
  energy: { of: (room: PlanRoom) => room.kwhPerM2Month, unit: 'kWh/㎡', none: words('没有表计或读数', 'No meter') },
  cost: {
    of: (room: PlanRoom) => (room.costFenPerM2 === null ? null : room.costFenPerM2 / 100),
    unit: '元/㎡',
    none: words('成本不全', 'Not known'),
  },
} as const;

/** The unit that a measured colouring is written in; nothing for kinds. */
export const unitOf = (colouring: Colouring): string =>
  colouring in measured ? measured[colouring as keyof typeof measured].unit : '';
export const valueOf = (colouring: Colouring, room: PlanRoom): number | null =>
  colouring in measured ? measured[colouring as keyof typeof measured].of(room) : null;

/** An upper end that is easily read, for four steps from nothing. */
export function roundedUp(value: number): number {
  // Less than anything that is measured: its power of ten may not exist.
  if (value < 1e-9) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 8, 10].map((step) => step * size).find((end) => end >= value * (1 - 1e-9))!;
}

const paint = (key: string, said: Words, look: string, rooms: readonly PlanRoom[]): Paint => ({
  key,
  words: said,
  look,
  rooms,
  areaM2: rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0),
});

/** Every room under exactly one colour: the areas of the legend add up to the floor's. Kinds by their area, measured ones from low to high. */
export function paintsOf(colouring: Colouring, rooms: readonly PlanRoom[]): readonly Paint[] {
  if (colouring === 'use' || colouring === 'vacancy' || colouring === 'unit') {
    const kind = (room: PlanRoom) => ({ use: room.use, vacancy: room.state, unit: room.unitName })[colouring];
    const said = (key: string): Words => {
      const known: Readonly<Record<string, Words>> = { use: roomUses, vacancy: roomStates, unit: {} }[colouring];
      return known[key] ?? words(key, key);
    };
    return [...Map.groupBy(rooms, kind)]
      .map(([key, some]) => paint(key, said(key), '', some))
      .toSorted((a, b) => b.areaM2 - a.areaM2 || a.key.localeCompare(b.key))
      .map((each, n) => ({ ...each, look: colouring === 'vacancy' ? `s-state-${each.key}` : `s-kind-${n % looks}` }));
  }
  const { of, unit, none } = measured[colouring];
  const known = rooms.flatMap((room) => (of(room) === null ? [] : [of(room)!]));
  const end = roundedUp(Math.max(0, ...known));
  const step = end / 4;
  const stepOf = (value: number) => (value <= 0 ? 0 : Math.min(4, Math.ceil(value / step - 1e-9)));
  const at = (n: number) => Number((step * n).toPrecision(6));
  const steps = [0, 1, 2, 3, 4].map((n) =>
    paint(
      String(n),
      n === 0
        ? words(colouring === 'over' ? '未超' : `0 ${unit}`, colouring === 'over' ? 'Not over' : `0 ${unit}`)
        : words(`${at(n - 1)}–${at(n)} ${unit}`, `${at(n - 1)}–${at(n)} ${unit}`),
      `s-step-${n}`,
      rooms.filter((room) => of(room) !== null && stepOf(of(room)!) === n),
    ),
  );
  return [
    ...steps,
    paint(
      'none',
      none,
      's-unknown',
      rooms.filter((room) => of(room) === null),
    ),
  ].filter(({ rooms: some }) => some.length > 0);
}
