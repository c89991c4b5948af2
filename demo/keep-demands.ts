import { addDays } from '@opengoa/kernel/calendar';
import { runJob, type Kernel } from '@opengoa/kernel/host';
import { as, does, doesAll } from './acting.ts';
import { unitId } from './cast.ts';
import { yard } from './city-map.ts';

const kinds = {
  notebook: ['便携式计算机', 'A02010108', '便携式计算机', 6_700],
  desktop: ['台式计算机', 'A02010105', '台式计算机', 4_800],
  projector: ['投影仪', 'A02020200', '投影仪', 8_900],
  scanner: ['扫描仪', 'A02021118', '扫描仪', 3_700],
  desk: ['办公桌', 'A05010201', '办公桌', 1_900],
  cabinet: ['文件柜', 'A05010502', '文件柜', 880],
} as const;

interface Thing {
  readonly kind: keyof typeof kinds;
  readonly unit: string;
  readonly pieces: number;
  readonly condition: 'good' | 'worn';
  /** Years since it was bought. */
  readonly years: number;
  readonly county?: true;
}

/** What else lies idle in the town and the county. */
const things: readonly Thing[] = [
  { kind: 'notebook', unit: '财政局', pieces: 1, condition: 'worn', years: 3 },
  { kind: 'desktop', unit: '卫健委', pieces: 2, condition: 'good', years: 2 },
  { kind: 'desktop', unit: '县中心', pieces: 1, condition: 'worn', years: 4, county: true },
  { kind: 'projector', unit: '图书馆', pieces: 1, condition: 'good', years: 2 },
  { kind: 'projector', unit: '财政局', pieces: 1, condition: 'worn', years: 4 },
  { kind: 'scanner', unit: '教育局', pieces: 1, condition: 'good', years: 1 },
  { kind: 'desk', unit: '市局', pieces: 4, condition: 'good', years: 5 },
  { kind: 'desk', unit: '财政局', pieces: 6, condition: 'worn', years: 9 },
  { kind: 'cabinet', unit: '卫健委', pieces: 3, condition: 'good', years: 6 },
  { kind: 'cabinet', unit: '市局', pieces: 1, condition: 'worn', years: 10 },
];

interface Wanted {
  readonly kind: keyof typeof kinds;
  readonly unit: string;
  readonly pieces: number;
  readonly worst: 'good' | 'worn';
  readonly priceYuan: number;
  readonly purpose: string;
  readonly needBy: number;
  readonly urgent?: true;
  /** Of the temporary body, until it ends. */
  readonly forBody?: true;
}

/**
 * Who lacks what. Whoever goes down the list gives the good piece to the dearer demand, which would have done with the worn one, and nothing is left for the
 * demand that takes good ones only: notebooks, projectors and desks.
 */
const wanted: readonly Wanted[] = [
  {
    kind: 'notebook',
    unit: '县中心',
    pieces: 1,
    worst: 'worn',
    priceYuan: 6_700,
    purpose: '下乡服务(演示)',
    needBy: 30,
  },
  {
    kind: 'notebook',
    unit: '教育局',
    pieces: 1,
    worst: 'good',
    priceYuan: 6_500,
    purpose: '招生考试巡查(演示)',
    needBy: 25,
  },
  {
    kind: 'projector',
    unit: '教育局',
    pieces: 1,
    worst: 'worn',
    priceYuan: 8_900,
    purpose: '艺术节会场(演示)',
    needBy: 3,
    forBody: true,
  },
  {
    kind: 'projector',
    unit: '卫健委',
    pieces: 1,
    worst: 'good',
    priceYuan: 8_200,
    purpose: '健康讲座(演示)',
    needBy: 20,
  },
  {
    kind: 'desk',
    unit: '县中心',
    pieces: 6,
    worst: 'worn',
    priceYuan: 2_000,
    purpose: '服务大厅调整(演示)',
    needBy: 40,
  },
  { kind: 'desk', unit: '图书馆', pieces: 4, worst: 'good', priceYuan: 1_850, purpose: '自修室(演示)', needBy: 45 },
  {
    kind: 'desktop',
    unit: '县财政局',
    pieces: 2,
    worst: 'worn',
    priceYuan: 4_800,
    purpose: '更换故障设备(演示)',
    needBy: 7,
    urgent: true,
  },
  {
    kind: 'scanner',
    unit: '图书馆',
    pieces: 1,
    worst: 'good',
    priceYuan: 3_700,
    purpose: '古籍数字化(演示)',
    needBy: 30,
  },
  { kind: 'cabinet', unit: '教育局', pieces: 2, worst: 'worn', priceYuan: 880, purpose: '档案室(演示)', needBy: 15 },
];

const cents = (degrees: number) => Math.round(degrees * 100) / 100;
const away = (east: number, north: number) => ({ longitude: cents(yard[0] + east), latitude: cents(yard[1] + north) });
/** On the made-up map: degrees from the yard of the government, where the town's buildings stand. */
const places = {
  city: away(0, 0),
  /** Away from the first store, so that no two things are worth the same and the plan is the same every time. */
  second: away(0.05, -0.03),
  county: away(0.29, -0.23),
} as const;

/** Things of several units in store, demands of city and county beside them, one match under way and one refused, and a plan for the whole tree. */
export async function keepDemands(kernel: Kernel, today: string, body: string): Promise<void> {
  const clerk = as('宋洁');
  const act = async <Key extends string>(verb: string, input: object) =>
    ((await does(kernel, clerk, verb, input)).result ?? {}) as Record<Key, string>;
  const year = Number(today.slice(0, 4));
  const offers: string[] = [];
  const stores = {
    city: await act<'store'>('assets.keep-store', {
      unit: unitId('市局'),
      name: '市级公物仓二号库',
      kind: 'central',
      place: '临江市建设路 20 号(演示)',
      ...places.second,
    }),
    county: await act<'store'>('assets.keep-store', {
      unit: unitId('县中心'),
      name: '石桥县公物仓',
      kind: 'central',
      place: '石桥县政务中心(演示)',
      ...places.county,
    }),
  };
  for (const [n, { kind, unit, pieces, condition, years, county }] of things.entries()) {
    const [name, code, item, yuan] = kinds[kind];
    const { card } = await act<'card'>('assets.register-card', {
      unit: unitId(unit),
      number: `YS-X${String(n + 1).padStart(3, '0')}`,
      name,
      class: code,
      item,
      model: '(演示)',
      quantity: pieces,
      valueFen: yuan * 100 * pieces,
      acquiredOn: `${year - years}-03-15`,
      condition,
      state: 'idle',
    });
    const { offer } = await act<'offer'>('assets.offer-card', {
      card,
      store: stores[county ? 'county' : 'city'].store,
      quantity: pieces,
      reason: n % 3 === 1 ? 'reform' : 'idle',
      note: '(演示)',
    });
    await act('assets.inspect-offer', { offer, version: 1, passed: true, condition });
    offers.push(offer);
  }
  const demands: string[] = [];
  for (const { kind, unit, pieces, worst, priceYuan, purpose, needBy, urgent, forBody } of wanted) {
    const [name, code, item] = kinds[kind];
    const { demand } = await act<'demand'>('assets.raise-demand', {
      unit: unitId(unit),
      name,
      class: code,
      item,
      quantity: pieces,
      needBy: addDays(today, needBy),
      newPriceFen: priceYuan * 100,
      worstCondition: worst,
      urgent: urgent ?? false,
      purpose,
      ...places[unit.startsWith('县') ? 'county' : 'city'],
      ...(forBody ? { body, until: addDays(today, 20) } : {}),
    });
    demands.push(demand);
  }
  const [cabinets, wornCabinet] = [offers.at(-2)!, offers.at(-1)!];
  const archive = demands.at(-1)!;
  await act('assets.accept-match', { demand: archive, offer: cabinets, quantity: 1 });
  const why = { side: 'receiver', reason: 'condition', said: '柜门变形，档案室不适用(演示)' };
  await act('assets.refuse-match', { demand: archive, offer: wornCabinet, ...why });
  const { plan } = await act<'plan'>('assets.plan-matches', { unit: unitId('市') });
  await runJob(kernel, 'assets.find-plan', { signal: new AbortController().signal, asked: { plan } });
}

/** For how many people the units of the town are equipped; equipment is compared between units by them. */
export const keepHeadcounts = (kernel: Kernel, today: string): Promise<void> =>
  doesAll(
    kernel,
    as('宋洁'),
    'assets.set-headcount',
    [
      ['市局', 28, 3],
      ['财政局', 30, 2],
      ['教育局', 10, 1],
      ['卫健委', 10, 1],
      ['图书馆', 9, 0],
    ].map(([unit, establishment, seniors]) => ({
      unit: unitId(String(unit)),
      fromDay: `${today.slice(0, 4)}-01-01`,
      establishment,
      seniors,
      paper: '编制核定表(演示)',
    })),
  );
