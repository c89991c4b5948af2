import { addDays } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { as, does } from './acting.ts';
import { people, personId, unitId } from './cast.ts';
import { onward, yard } from './city-map.ts';

interface Given {
  readonly unit: string;
  /** The first door is that of a leader whose standard is larger than a desk. */
  readonly led?: true;
  readonly floor: number;
  /** Usable areas of the offices, from the first door on. */
  readonly offices: readonly number[];
}

/** Two buildings of the town: who has which floor. All of it is made up. */
const buildings: readonly {
  readonly name: string;
  readonly form: string;
  readonly grossAreaM2: number;
  readonly given: readonly Given[];
}[] = [
  {
    name: '市级机关1号楼',
    form: 'multi-storey',
    grossAreaM2: 8600,
    given: [
      { unit: '市局', led: true, floor: 2, offices: [26, 18, 18, 18.5, 27, 27] },
      { unit: '财政局', led: true, floor: 3, offices: [23.5, 18, 27, 27.4, 18] },
      { unit: '教育局', floor: 4, offices: [18, 18, 28, 36] },
    ],
  },
  {
    name: '市级机关2号楼',
    form: 'high-rise',
    grossAreaM2: 14200,
    given: [
      { unit: '卫健委', floor: 5, offices: [18, 18, 27, 36] },
      { unit: '市局', floor: 6, offices: [18, 27, 36] },
    ],
  },
];

/** Premises of the town as its clerk keeps them: two buildings, floors with offices and shared rooms, seats, titles, a dispute. */
export async function keepSpaceOffice(kernel: Kernel, today: string): Promise<void> {
  const clerk = as('唐宁');
  const act = (name: string, input: object) => does(kernel, clerk, name, input);
  const made = async (name: string, input: object) => (await act(name, input)).facts.at(-1)!.object.id;
  const keeper = unitId('市局');
  const since = addDays(today, -900);
  const site = await made('space.register-site', {
    unit: keeper,
    name: '市级机关大院',
    address: '临江市人民路1号(演示)',
    held: 'allocated',
    areaM2: 32_000,
  });
  const seated = new Set<string>();
  for (const [n, { name, form, grossAreaM2, given }] of buildings.entries()) {
    const [longitude, latitude] = onward(yard, 60 * n, 0.15 * n);
    const building = await made('space.register-building', {
      unit: keeper,
      name,
      form,
      site,
      structure: 'reinforced-concrete',
      builtYear: 2008,
      grossAreaM2,
      address: '临江市人民路1号(演示)',
      longitude,
      latitude,
    });
    for (const { unit, led, floor, offices } of given) {
      const allot = { unit: unitId(unit), from: since, paper: '办公用房分配通知(演示)' };
      const waiting = peopleOf(unit).filter((each) => !seated.has(each));
      for (const [at, areaM2] of offices.entries()) {
        const number = `${floor}${String(at + 1).padStart(2, '0')}`;
        const room = (
          await act('space.register-room', { building, floor, number, areaM2, use: 'office', allot })
        ).facts.findLast(({ object }) => object.kind === 'space.room')!.object.id;
        // Nine square metres for most: as many desks as the area holds; a room that would be half empty waits.
        const desks = led && at === 0 ? 1 : Math.floor(areaM2 / 9);
        if (waiting.length < desks) continue;
        for (const person of waiting.splice(0, desks)) {
          seated.add(person);
          await act('space.seat-person', { room, person: personId(person), from: since });
        }
      }
      for (const [number, use, areaM2] of [
        [`${floor}20`, 'service-meeting', 54],
        [`${floor}21`, 'service-archive', 24],
        [`${floor}22`, 'service-print', 12],
      ] as const)
        await act('space.register-room', { building, floor, number, areaM2, use, allot });
    }
    // On the ground floor: what serves the whole house, and rooms that nobody has.
    for (const [number, use, areaM2] of [
      ['101', 'service-reception', 36],
      ['102', 'service-mail', 18],
      ['103', 'equipment-power', 45],
      ['104', 'ancillary-guard', 25],
      ['105', 'office', 18],
      ['106', 'office', 27],
    ] as const)
      await act('space.register-room', { building, floor: 1, number, areaM2, use });
    await act('space.record-right', {
      building,
      kind: 'title',
      holder: '临江市机关事务管理局',
      holderUnit: keeper,
      certificate: form === 'multi-storey' ? '临不动产权(演示)第0001号' : '',
      from: addDays(today, -1500),
      paper: '权属统一登记(演示)',
    });
    if (form === 'high-rise')
      await act('space.open-dispute', {
        building,
        day: addDays(today, -60),
        against: '原建设单位(演示)',
        about: '地下车位是否随房屋一并移交',
      });
  }
}

/** Who works in an institution and below it, its leader first. */
function peopleOf(unit: string): readonly string[] {
  const own: Readonly<Record<string, readonly string[]>> = {
    市局: ['市局', '节能科', '风控科', '车管科'],
    财政局: ['财政局', '财政局办'],
  };
  const at = own[unit] ?? [unit];
  return people
    .filter((each) => at.includes(each.unit))
    .toSorted((a, b) => Number(b.leads) - Number(a.leads) || at.indexOf(a.unit) - at.indexOf(b.unit))
    .map(({ name }) => name);
}
