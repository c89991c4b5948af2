import { addDays } from '@opengoa/kernel/calendar';
import { begins } from './leases.ts';
import type { CityLease } from './premises.ts';
import { type RoomDesk, tenth } from './room-desk.ts';

/** Rooms that are let and bring nothing, premises rented in beside empty rooms; and what only looks like it. */

const letting = 'space/leased-without-income';
const renting = 'space/rented-in-beside-vacant';
const parties = [
  '便民超市',
  '邮政网点',
  '银行自助点',
  '图文打印店',
  '早餐店',
  '保险服务部',
  '体检预约点',
  '快递驿站',
] as const;
const streets = ['滨河路', '青云街', '学府路', '港城大道', '桂花巷', '解放路'] as const;
const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

interface Terms {
  /** Days from the beginning of the year that is told of; rents run from the first of that month. */
  readonly after: number;
  readonly every?: CityLease['every'];
  readonly kind?: 'rented-out' | 'lent-out';
  /** What comes in of the period that begins on a day, and how many days later; nothing where nothing does. */
  readonly pays: (period: number, periods: number) => { readonly later: number; readonly share?: number } | undefined;
  readonly ended?: number;
}

/** Rooms that others have: what was agreed, and what came in. */
export function plantLettings(desk: RoomDesk): void {
  const { chance, premises, from, toExclusive, found } = desk;
  const let_ = (harm: boolean, what: string, { after, every = 'quarter', kind = 'rented-out', pays, ended }: Terms) => {
    const rooms = Array.from({ length: chance.whole(1, 2) }, () =>
      desk.open(desk.building(), 'office', chance.between(18, 60), true),
    );
    const name = `${chance.one(parties)}${String(premises.leases.length + 1).padStart(2, '0')}号店`;
    const begin = firstOfMonth(addDays(from, after));
    const areaM2 = tenth(rooms.reduce((sum, room) => sum + room.areaM2, 0));
    const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[every];
    const rentFen = kind === 'lent-out' ? 0 : Math.round(areaM2 * chance.between(18, 45)) * 100 * months;
    const end = ended === undefined ? undefined : addDays(begin, ended);
    const days = begins({ from: begin, every }, end ?? toExclusive);
    const paid = days.flatMap((day, n) => {
      const each = pays(n, days.length);
      if (!each) return [];
      const on = addDays(day, each.later);
      return on < toExclusive ? [{ day: on, fen: Math.round(rentFen * (each.share ?? 1)) }] : [];
    });
    premises.leases.push({
      name,
      kind,
      unit: '市局',
      rooms,
      areaM2,
      from: begin,
      to: addDays(begin, 365 * 3),
      every,
      rentFen,
      purpose: '便民服务',
      paper: `临机管〔演示〕租${premises.leases.length + 1}号`,
      paid,
      ...(end ? { ended: { day: end, why: '到期前收回' } } : {}),
    });
    const size = `CNY ${rentFen / 100} a ${every} from ${begin}, ${paid.length} of ${days.length} periods paid`;
    found.push({ kit: letting, about: { kind: 'lease', name }, harm, what, size });
  };
  const soon = () => chance.whole(2, 26);
  const times = (least: number, most: number, work: () => void) => {
    for (let n = chance.whole(least, most); n > 0; n -= 1) work();
  };
  times(2, 3, () => let_(true, '出租后租金一直没有入账', { after: chance.whole(-200, 320), pays: () => undefined }));
  times(2, 3, () => {
    const until = chance.whole(1, 3);
    let_(true, '租金中途停缴', {
      after: chance.whole(-300, 60),
      pays: (n) => (n < until ? { later: soon() } : undefined),
    });
  });
  times(2, 3, () => {
    const share = chance.between(0.5, 0.97);
    let_(true, '只入账一部分租金', { after: chance.whole(-150, 150), pays: () => ({ later: soon(), share }) });
  });
  times(1, 2, () => {
    const later = chance.whole(75, 160);
    let_(true, '租金长期拖后缴库', { after: chance.whole(-100, 60), pays: () => ({ later }) });
  });
  let_(true, '收回房间时欠租未追', {
    after: chance.whole(0, 60),
    ended: chance.whole(200, 260),
    pays: (n) => (n < 1 ? { later: soon() } : undefined),
  });
  // Let by a handshake: no lease, the room stands as vacant.
  {
    const room = desk.open(desk.building(), 'office', chance.between(18, 40), true);
    desk.label('leased-without-income', room, true, '私下出租，没有登记', `${room.areaM2} m²`);
    desk.label('in-use-but-declared-empty', room, true, '私下出租，没有登记', '', true);
  }
  times(2, 3, () =>
    let_(false, '按期缴库', {
      after: chance.whole(-300, 200),
      every: chance.one(['month', 'half-year', 'year']),
      pays: () => ({ later: soon() }),
    }),
  );
  // Fitting out takes a quarter, for which no rent is asked: the lease that was entered begins after it, or says nothing of it.
  times(1, 2, () => let_(false, '免租期后起租', { after: chance.whole(0, 200), pays: () => ({ later: soon() }) }));
  times(1, 2, () =>
    let_(false, '装修免租期未登记', {
      after: chance.whole(0, 150),
      pays: (n, of) => (n < of - 1 ? { later: 92 + soon() } : undefined),
    }),
  );
  times(2, 2, () =>
    let_(false, '缴款书晚回', { after: chance.whole(-100, 150), pays: () => ({ later: chance.whole(35, 55) }) }),
  );
  times(1, 1, () => {
    let_(false, '已缴库，尚未登记', {
      after: chance.whole(-100, 0),
      pays: (n, of) => (n < of - 2 ? { later: soon() } : undefined),
    });
  });
  times(1, 2, () =>
    let_(false, '经批准无偿出借', { after: chance.whole(-200, 100), kind: 'lent-out', pays: () => undefined }),
  );
}

const cityUnits = [
  '发改局',
  '民政局',
  '司法局',
  '人社局',
  '环保局',
  '文旅局',
  '应急局',
  '审计局',
  '市监局',
  '医保局',
  '信访局',
  '档案馆',
];
const countyUnits = ['县教育局', '县民政局', '县交通局', '县水利局', '县应急局', '县市监局'];

/** Premises that units rent from others. Own rooms stand vacant in the city; in the county none is known. */
export function plantRentals(desk: RoomDesk): void {
  const { chance, premises, from, toExclusive, found } = desk;
  const left = { city: chance.some(cityUnits, cityUnits.length), county: chance.some(countyUnits, countyUnits.length) };
  const rent = (harm: boolean, what: string, where: 'city' | 'county', areaM2: number, purpose = '办公') => {
    const unit = left[where].pop();
    if (unit === undefined) return;
    const name = `${chance.one(streets)}${10 + premises.leases.length}号写字楼`;
    const begin = firstOfMonth(addDays(from, chance.whole(-500, 150)));
    const rentFen = Math.round(areaM2 * chance.between(25, 60)) * 100 * 3;
    const terms = { from: begin, every: 'quarter' } as const;
    premises.leases.push({
      ...terms,
      name,
      kind: 'rented-in',
      unit,
      rooms: [],
      areaM2: tenth(areaM2),
      to: addDays(begin, 365 * 4),
      rentFen,
      purpose,
      paper: `临机管〔演示〕借${premises.leases.length + 1}号`,
      paid: begins(terms, addDays(toExclusive, -20)).map((day) => ({
        day: addDays(day, chance.whole(1, 19)),
        fen: rentFen,
      })),
    });
    found.push({ kit: renting, about: { kind: 'lease', name }, harm, what, size: `${tenth(areaM2)} m²` });
  };
  for (let n = chance.whole(6, 7); n > 0; n -= 1)
    rent(true, '有空房而对外租用', 'city', 10 ** chance.between(1.8, 3.8));
  // The county has empty rooms that nobody has entered: no rule can know of them.
  rent(true, '闲置房间未登记，对外租用', 'county', chance.between(80, 300));
  for (let n = 2; n > 0; n -= 1)
    rent(false, '服务窗口须临街，闲置房间不适用', 'city', chance.between(120, 500), '政务服务窗口');
  rent(false, '大宗物资仓储', 'city', chance.between(9_000, 16_000), '仓储');
  for (let n = chance.whole(2, 3); n > 0; n -= 1) rent(false, '本地没有闲置房间', 'county', chance.between(100, 800));
}
