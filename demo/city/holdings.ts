import { addDays } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import type { CityPremises, CityRoom } from './premises.ts';
import type { CityPerson } from './units-and-people.ts';

/** What stands in the city's offices: a card for each desk, computer and printer, batch cards for chairs; bought over the years, nothing wrong on purpose. */

export interface CityCard {
  /** 资产编号; the same in every load. */
  readonly number: string;
  readonly unit: string;
  readonly name: string;
  /** GB/T 14885-2022 */
  readonly class: string;
  /** Item of the standard of equipment. */
  readonly item: string;
  model: string;
  serial: string;
  quantity: number;
  valueFen: number;
  acquiredOn: string;
  supplier: string;
  /** Invoice or voucher it was booked by. */
  voucher: string;
  readonly room: CityRoom;
  readonly user: CityPerson | null;
  state: 'in-use' | 'idle';
}

const models = {
  desktop: ['台式计算机', 'A02010105', 460_000, ['启明 T330', '长河 M70', '远山 D5']],
  notebook: ['便携式计算机', 'A02010108', 610_000, ['启明 X14', '长河 L5']],
  printer: ['激光打印机', 'A02021003', 110_000, ['鼎印 2200', '鼎印 P10']],
  desk: ['办公桌', 'A05010201', 95_000, ['木制一米四']],
  chair: ['办公椅', 'A05010301', 42_000, ['网布转椅']],
  'visitor-chair': ['桌前椅', 'A05010302', 38_000, ['弓形椅']],
  'meeting-chair': ['会议椅', 'A05010303', 46_000, ['折叠会议椅']],
  table: ['会议桌', 'A05010202', 680_000, ['拼接三米六']],
  'air-conditioner': ['空调机', 'A02061804', 290_000, ['清和 1.5 匹', '清和 2 匹']],
} as const satisfies Readonly<Record<string, readonly [string, string, number, readonly string[]]>>;
type Kind = keyof typeof models;

const suppliers = ['临江办公设备(演示)', '青山信息技术(演示)', '石桥家具厂(演示)'] as const;
const years: Readonly<Record<Kind, number>> = {
  desktop: 6,
  notebook: 6,
  printer: 6,
  desk: 15,
  chair: 15,
  'visitor-chair': 15,
  'meeting-chair': 15,
  table: 20,
  'air-conditioner': 8,
};

/** The cards of everything in the rooms of these premises. */
export function holdingsOf(
  seed: number,
  { rooms, seats }: CityPremises,
  unitOf: (building: string) => string,
  from: string,
): CityCard[] {
  const chance = chanceOf(seed, 'holdings');
  const cards: CityCard[] = [];
  const byRoom = Map.groupBy(seats, ({ room }) => room.key);
  const add = (kind: Kind, room: CityRoom, user: CityPerson | null, quantity = 1): CityCard => {
    const card = cardOf(chance, kind, { n: cards.length + 1, room, user, quantity, unit: unitOf(room.building), from });
    cards.push(card);
    return card;
  };
  for (const room of rooms) {
    const inside = byRoom.get(room.key) ?? [];
    for (const { person } of inside) {
      add('desk', room, person);
      add(chance.is(0.15) ? 'notebook' : 'desktop', room, person);
    }
    if (inside.length > 0) {
      // A chair for each, and one for whoever comes: as many as the standard allows.
      add('chair', room, null, inside.length);
      add('visitor-chair', room, null);
      add('air-conditioner', room, null);
      if (chance.is(0.5)) add('printer', room, null);
    }
    if (room.use === 'service-meeting') {
      add('table', room, null);
      add('meeting-chair', room, null, chance.whole(10, 30));
    }
  }
  return cards;
}

interface Where {
  readonly n: number;
  readonly room: CityRoom;
  readonly user: CityPerson | null;
  readonly quantity: number;
  readonly unit: string;
  readonly from: string;
}

export function cardOf(chance: Chance, kind: Kind, { n, room, user, quantity, unit, from }: Where): CityCard {
  const [name, code, price, kinds] = models[kind];
  const model = chance.one(kinds);
  // Most are within their years, some beyond and still good.
  const acquiredOn = addDays(from, -chance.whole(20, Math.round(years[kind] * 365 * 1.1)));
  return {
    number: `LJ-ZC-${String(n).padStart(6, '0')}`,
    unit,
    name,
    class: code,
    item: kind,
    model,
    serial: quantity === 1 && kind !== 'desk' ? `${kind.slice(0, 2).toUpperCase()}${seedOf(n)}` : '',
    quantity,
    valueFen: Math.round((price * chance.between(0.8, 1.05)) / 1_000) * 1_000 * quantity,
    acquiredOn,
    supplier: chance.one(suppliers),
    voucher: `记-${acquiredOn.slice(0, 7)}-${chance.whole(1, 99)}`,
    room,
    user,
    state: 'in-use',
  };
}

/** Digits that look like a serial number and never come twice. */
const seedOf = (n: number): string => String((n * 7_919 + 1_000_003) % 10_000_000).padStart(7, '0');
