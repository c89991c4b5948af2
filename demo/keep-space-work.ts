import { sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { reading, type Kernel } from '@opengoa/kernel/host';
import { as, does } from './acting.ts';
import { personId, unitId } from './cast.ts';

interface Door {
  readonly id: string;
  readonly building: string;
  readonly floor: string;
  readonly number: string;
  readonly areaM2: number;
}

const propertyCompany = '安居物业服务公司(演示)';

/** A year of the premises office on what was registered: a drawn floor, quotas, a request, a lease with late rent, a round, works, and what it all cost. Made up. */
export async function keepSpaceWork(kernel: Kernel, today: string): Promise<void> {
  const clerk = as('唐宁');
  const leader = as('冯毅');
  const act = (name: string, input: object, by = clerk) => does(kernel, by, name, input);
  const made = async (name: string, input: object, by = clerk) => (await act(name, input, by)).facts[0]!.object.id;
  const first = await reading(kernel, { actor: clerk, who: ['space-clerk'], room: 'space' }, (tx) =>
    tx.rows<Door>(sql`
      select r.id, r.building_id as building, f.id as floor, r.number, r.area_m2::float8 as "areaM2" from space.room r
        join space.floor f on f.id = r.floor_id join space.building b on b.id = r.building_id
       where b.name = '市级机关1号楼' order by r.number`),
  );
  const { building } = first[0]!;
  const door = (number: string) => first.find((each) => each.number === number)!;
  const year = today.slice(0, 4);

  await act('space.change-building', { building, version: 1, valueFen: 2_580_000_000 });
  const second = first.filter(({ number }) => number.startsWith('2'));
  await act('space.take-plan', {
    floor: second[0]!.floor,
    source: 'geojson',
    fileName: '1号楼2层(演示).geojson',
    shapes: drawn(second),
  });
  for (const [unit, paper] of [
    ['市局', '办公用房面积核定表(演示)第1号'],
    ['财政局', '办公用房面积核定表(演示)第2号'],
  ] as const)
    await act('space.set-quota', { unit: unitId(unit), from: `${year}-01-01`, paper, form: 'multi-storey' });
  await act(
    'space.ask-for-rooms',
    { unit: unitId('教育局'), purpose: '新设招生考试科(演示)', people: 3, needM2: 27 },
    as('李建华'),
  );

  const lease = await made('space.propose-lease', {
    unit: unitId('市局'),
    kind: 'rented-out',
    party: '便民服务站(演示)',
    purpose: '便民服务',
    rooms: [door('105').id],
    from: addDays(today, -150),
    to: addDays(today, 215),
    every: 'quarter',
    rentFen: 360_000,
    paper: '会议纪要(演示)',
  });
  await act('space.approve-lease', { lease, version: 1, opinion: '公开招租,同意' }, leader);
  await act('space.record-rent', {
    lease,
    day: addDays(today, -140),
    amountFen: 360_000,
    receipt: '非税(演示)0001',
  });

  const patrol = await made('space.plan-patrol', { building, day: addDays(today, -3), person: personId('唐宁') });
  const seen = [
    ['damage', '202', '窗边渗水,墙皮起泡'],
    ['electric', '204', '插座松动'],
  ] as const;
  for (const [kind, number, what] of seen) {
    const defect = await made('space.report-defect', { patrol, room: door(number).id, kind, what });
    if (kind === 'damage')
      await act('space.assign-defect', { defect, version: 1, person: personId('吴静'), due: addDays(today, 7) });
  }
  await act('space.finish-patrol', { patrol, version: 1 });

  const works = await made('space.propose-renovation', {
    building,
    name: '1号楼屋面防水维修(演示)',
    kind: 'major',
    what: '屋面防水层更换,三层顶部渗漏处理',
    budgetFen: 18_600_000,
    source: '办公用房维修专项',
    paper: '财预(演示)12号',
    from: addDays(today, -40),
    to: addDays(today, 20),
    rooms: [door('106').id],
  });
  await act('space.approve-renovation', { renovation: works, version: 1 }, leader);
  await act('space.begin-renovation', {
    renovation: works,
    version: 2,
    on: addDays(today, -38),
    contractor: '青山建筑工程公司(演示)',
    contractFen: 17_800_000,
  });
  await act('space.record-spending', {
    renovation: works,
    day: addDays(today, -30),
    amountFen: 5_340_000,
    receipt: '工程款(演示)0001',
    note: '预付三成',
  });
  await act('space.propose-renovation', {
    building,
    name: '二层走廊照明更换(演示)',
    kind: 'upkeep',
    what: '更换走廊灯具 24 套',
    budgetFen: 960_000,
    source: '单位公用经费',
    paper: '局务会纪要(演示)',
    from: addDays(today, 10),
    to: addDays(today, 24),
  });
  for (const [kind, amountFen, receipt] of [
    ['property', 96_000_000, '物业(演示)0001'],
    ['equipment', 4_800_000, '维保(演示)0001'],
    ['insurance', 1_260_000, '保险(演示)0001'],
  ] as const)
    await act('space.record-expense', {
      building,
      kind,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      amountFen,
      payee: kind === 'property' ? propertyCompany : '演示单位',
      receipt,
    });
  await keepProperty(kernel, today, building);
}

/** A company that serves the building, four months of how it did, and one that was to be put right. Made up. */
async function keepProperty(kernel: Kernel, today: string, building: string): Promise<void> {
  const clerk = as('唐宁');
  const month = (back: number) => {
    const [year = 0, at = 1] = today.split('-').map(Number);
    return new Date(Date.UTC(year, at - 1 - back, 1)).toISOString().slice(0, 7);
  };
  const { facts } = await does(kernel, clerk, 'space.register-service-contract', {
    unit: unitId('市局'),
    number: '物业(演示)第1号',
    supplier: propertyCompany,
    buildings: [building],
    from: addDays(today, -300),
    to: addDays(today, 64),
    annualFeeFen: 96_000_000,
    dimensions: ['customer', 'building', 'equipment', 'order', 'cleaning', 'greening'],
  });
  const contract = facts[0]!.object.id;
  await does(kernel, as('冯毅'), 'space.sign-service-contract', { contract, version: 1, opinion: '同意续签' });
  for (const [back, order, cleaning, equipment] of [
    [4, 92, 88, 85],
    [3, 90, 74, 72],
    [2, 91, 86, 88],
    [1, 94, 90, 87],
  ] as const)
    await does(kernel, clerk, 'space.check-service', {
      contract,
      month: month(back),
      marks: [
        { dimension: 'customer', mark: 91 },
        { dimension: 'equipment', mark: equipment, ...(equipment < 80 ? { note: '电梯报修两次隔日到场' } : {}) },
        { dimension: 'order', mark: order },
        {
          dimension: 'cleaning',
          mark: back === 3 ? 58 : cleaning,
          ...(back === 3 ? { note: '二层卫生间保洁不及时' } : {}),
        },
      ],
    });
}

/** Two rows of rooms along a corridor, six metres deep; one room is drawn larger than the ledger has it. Metres. */
function drawn(rooms: readonly Door[]) {
  const corner = { south: 0, north: 0 };
  const shapes = rooms.map(({ number, areaM2 }) => {
    const side = Number(number.slice(1)) < 20 ? 'south' : 'north';
    const x = corner[side];
    const width = areaM2 / 6 + (number.endsWith('05') ? 0.4 : 0);
    const y = side === 'south' ? 0 : 8.4;
    corner[side] = x + width;
    return { layer: '房间', label: number, outline: [box(x, y, width, 6)] };
  });
  return [...shapes, { layer: '公共', label: '走廊', outline: [box(0, 6, corner.south, 2.4)] }];
}

const box = (x: number, y: number, width: number, height: number): [number, number][] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
