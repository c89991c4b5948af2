import { type DemoUnit, named as townCast } from '../cast.ts';
import { idOf } from '../seeded.ts';
import { type Chance, chanceOf } from './chance.ts';

/** What the city has beside the town: forty-five more units and the people in them. All names are made up (SEC-DC-08). */

export interface CityPost {
  readonly key: string;
  readonly unit: string;
  readonly title: string;
  readonly rank: string;
  readonly leads: boolean;
  readonly establishment: number;
  readonly rights: readonly (readonly [role: string, unit: string, below: boolean])[];
}

export interface CityPerson {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  /** A second post held beside the first. */
  readonly also?: string;
}

export interface UnitsAndPeople {
  readonly units: readonly DemoUnit[];
  readonly posts: readonly CityPost[];
  readonly people: readonly CityPerson[];
  /** Institutions and divisions whose people ask for vehicles, with those who do. */
  readonly askers: ReadonlyMap<string, readonly CityPerson[]>;
  /** Who agrees first, and who agrees to long trips, by unit. */
  readonly heads: ReadonlyMap<string, CityPerson>;
  readonly leaders: ReadonlyMap<string, CityPerson>;
  readonly drivers: Readonly<Record<'市' | '县' | '公安', readonly CityPerson[]>>;
}

const city: readonly (readonly [key: string, name: string, people: number])[] = [
  ['发改局', '发展和改革局', 62],
  ['科技局', '科学技术局', 34],
  ['工信局', '工业和信息化局', 48],
  ['公安局', '公安局', 236],
  ['民政局', '民政局', 44],
  ['司法局', '司法局', 52],
  ['人社局', '人力资源和社会保障局', 78],
  ['资规局', '自然资源局', 84],
  ['环保局', '生态环境局', 66],
  ['住建局', '住房和城乡建设局', 72],
  ['交通局', '交通运输局', 70],
  ['水务局', '水务局', 46],
  ['农业局', '农业农村局', 58],
  ['商务局', '商务局', 40],
  ['文旅局', '文化和旅游局', 50],
  ['应急局', '应急管理局', 56],
  ['审计局', '审计局', 48],
  ['市监局', '市场监督管理局', 96],
  ['统计局', '统计局', 36],
  ['医保局', '医疗保障局', 42],
  ['林业局', '林业局', 34],
  ['信访局', '信访局', 24],
  ['档案馆', '档案馆', 28],
  ['博物馆', '博物馆', 46],
  ['体育中心', '体育中心', 40],
  ['一中', '第一中学', 180],
  ['市医院', '人民医院', 340],
  ['政务中心', '政务服务中心', 68],
];
const county: readonly (readonly [key: string, name: string, people: number])[] = [
  ['县教育局', '教育局', 46],
  ['县卫健局', '卫生健康局', 38],
  ['县公安局', '公安局', 96],
  ['县民政局', '民政局', 28],
  ['县交通局', '交通运输局', 34],
  ['县水利局', '水利局', 32],
  ['县农业局', '农业农村局', 42],
  ['县应急局', '应急管理局', 30],
  ['县市监局', '市场监督管理局', 44],
  ['县医院', '人民医院', 150],
  ['县一中', '第一中学', 96],
  ['县图书馆', '图书馆', 18],
];
/** What an institution of the city is called in full, by its key. */
export function nameOfUnit(key: string): string {
  const ofCity = city.find(([each]) => each === key);
  const found = ofCity ?? county.find(([each]) => each === key);
  if (!found) throw new Error(`demo: no unit ${key}`);
  return `${ofCity ? '临江市' : '石桥县'}${found[1]}`;
}
const divisions: readonly (readonly [key: string, name: string, parent: string, level: 'city' | 'county'])[] = [
  ['公安局办', '办公室', '公安局', 'city'],
  ['公安警保', '警务保障科', '公安局', 'city'],
  ['卫健委规财', '规划财务科', '卫健委', 'city'],
  ['教育局计财', '计划财务科', '教育局', 'city'],
  ['县车管股', '车辆管理股', '县中心', 'county'],
];
/** Drivers of the two pools and of the police, beside the town's four. */
const driverCount = { 市: 132, 县: 38, 公安: 12 } as const;
const driverUnit = { 市: '车管科', 县: '县车管股', 公安: '公安警保' } as const;
/** With the town's hundred, three thousand people. */
const peopleInAll = 2_900;

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤滕殷罗毕郝安常乐于傅',
];
const givens = [
  ...'安邦博昌辰承德栋帆芳飞丰歌光国海涵浩和恒宏华慧佳嘉坚建江杰金锦晶静娟军康兰乐磊莉丽林玲龙梅敏明娜宁鹏平琴清庆荣瑞珊胜树思涛婷彤薇文霞贤欣星雪雅妍阳怡颖勇宇雨远媛悦云泽哲珍正志忠卓',
];

function nameOf(chance: Chance): string {
  const given = chance.one(givens);
  return chance.one(surnames) + given + (chance.is(0.72) ? chance.one(givens) : '');
}

/**
 * The units the city adds, and 2,900 people on posts that many share.
 * @param share how much of it: every unit stands, with so many of its people
 */
export function unitsAndPeople(seed: number, share = 1): UnitsAndPeople {
  const chance = chanceOf(seed, 'people');
  const units: DemoUnit[] = [
    ...city.map(([key, name]) => institution(key, `临江市${name}`, '市', 'city')),
    ...county.map(([key, name]) => institution(key, `石桥县${name}`, '县', 'county')),
    ...divisions.map(([key, name, parent, level]): DemoUnit => ({ key, name, parent, kind: 'division', level })),
  ];
  const posts: CityPost[] = [];
  const people: CityPerson[] = [];
  const heads = new Map<string, CityPerson>();
  const leaders = new Map<string, CityPerson>();
  const askers = new Map<string, CityPerson[]>();
  const taken = new Set(townCast.map(({ name }) => name));
  const hire = (unit: string, post: string, also?: string): CityPerson => {
    let name = nameOf(chance);
    // Two people of one name are ordinary; one who is called as somebody of the cast would confuse the newcomer.
    while (taken.has(name)) name = nameOf(chance);
    const person = { key: `city/${people.length + 1}`, name, unit, post, ...(also ? { also } : {}) };
    people.push(person);
    return person;
  };
  const post = (
    unit: string,
    title: string,
    rank: string,
    establishment: number,
    more: CityPost['rights'] = [],
    leads = false,
  ): string => {
    const key = `city/${unit}/${title}`;
    posts.push({ key, unit, title, rank, leads, establishment, rights: [['staff', unit, false], ...more] });
    return key;
  };
  const drivers = Object.fromEntries(
    Object.entries(driverCount).map(([pool, count]) => {
      const unit = driverUnit[pool as keyof typeof driverUnit];
      return [pool, { unit, count: Math.max(4, Math.ceil(count * share)) }] as const;
    }),
  );
  // Institutions first: a leader, a head of office, and ranks that many hold.
  const sized = [...city, ...county];
  for (const [key] of sized) {
    const leader = post(key, '主要负责人', '县处级正职', 1, [['leader', key, true]], true);
    leaders.set(key, hire(key, leader));
    const head = post(key, '办公室主任', '乡科级正职', 1, [['head', key, true]], true);
    heads.set(key, hire(key, head));
  }
  for (const [key, , parent] of divisions) {
    if (key === '县车管股') {
      const chief = post(
        key,
        '股长',
        '乡科级副职',
        1,
        [
          ['head', key, true],
          ['fleet-clerk', '县', true],
        ],
        true,
      );
      heads.set(key, hire(key, chief));
      hire(key, post(key, '调度员', '一级科员', 1, [['dispatcher', '县', true]]));
      continue;
    }
    const head = post(key, '科长', '乡科级正职', 1, [['head', key, true]], true);
    heads.set(key, hire(key, head));
    const leader = leaders.get(parent);
    if (leader) leaders.set(key, leader);
  }
  const byPool: Record<'市' | '县' | '公安', CityPerson[]> = { 市: [], 县: [], 公安: [] };
  for (const [pool, { unit, count }] of Object.entries(drivers)) {
    const key = post(unit, '驾驶员(班)', '机关工勤', count, [['driver', unit, false]]);
    for (let n = 0; n < count; n += 1) byPool[pool as keyof typeof byPool].push(hire(unit, key));
  }
  // Ranks of every unit, and everybody else by the unit's size.
  const places = [
    ...sized.map(([key, , size]) => [key, size] as const),
    ...divisions.map(([key]) => [key, 12] as const),
  ];
  const rest = Math.max(places.length * 4, Math.round(peopleInAll * share) - people.length);
  const all = places.reduce((sum, [, size]) => sum + size, 0);
  let given = 0;
  for (const [at, [key, size]] of places.entries()) {
    const count = Math.max(3, at === places.length - 1 ? rest - given : Math.round((rest * size) / all));
    given += count;
    const ranks = [
      post(key, '四级主任科员', '四级主任科员', Math.max(1, Math.round(count * 0.2))),
      post(key, '一级科员', '一级科员', Math.max(1, Math.round(count * 0.45))),
      post(key, '工作人员', '事业管理岗九级', Math.max(1, Math.round(count * 0.4))),
    ];
    const own: CityPerson[] = [];
    for (let n = 0; n < count; n += 1) {
      const at = chance.next();
      const rank = at < 0.2 ? 0 : at < 0.62 ? 1 : 2;
      // One in ninety looks after a second post beside their own.
      own.push(hire(key, ranks[rank]!, chance.is(1 / 90) ? ranks[(rank + 1) % 3] : undefined));
    }
    askers.set(key, own.slice(0, Math.max(3, Math.round(own.length / 8))));
  }
  return { units, posts, people, askers, heads, leaders, drivers: byPool };
}

const institution = (key: string, name: string, parent: string, level: 'city' | 'county'): DemoUnit => ({
  key,
  name,
  parent,
  kind: 'institution',
  level,
});

export const cityPersonId = ({ key }: Pick<CityPerson, 'key'>) => idOf(`person/${key}`);
export const cityPostId = (key: string) => idOf(`post/${key}`);
