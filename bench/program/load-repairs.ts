import { bigrams } from '@opengoa/kernel';
import { copyLedger, uuid7 } from './copy-ledger.ts';
import { divisions, idFor, writers } from './raise-office.ts';

const places = ['一号楼', '二号楼', '三号楼', '会议中心', '食堂', '车库', '档案室', '机房', '接待室', '传达室'];
const rooms = Array.from({ length: 40 }, (_, at) => `${(at % 8) + 1}${String(at + 1).padStart(2, '0')}室`);
const things = [
  ['空调', 'air'],
  ['中央空调', 'air'],
  ['新风机', 'air'],
  ['水龙头', 'water'],
  ['洗手池', 'water'],
  ['热水器', 'water'],
  ['电梯', 'lift'],
  ['货梯', 'lift'],
  ['网络', 'network'],
  ['电话', 'network'],
  ['交换机', 'network'],
  ['投影仪', 'power'],
  ['照明灯', 'power'],
  ['插座', 'power'],
  ['配电箱', 'power'],
  ['办公桌', 'furniture'],
  ['座椅', 'furniture'],
  ['文件柜', 'furniture'],
  ['窗帘', 'furniture'],
  ['门锁', 'furniture'],
] as const;
const faults = [
  '不制冷',
  '漏水',
  '异响',
  '停电',
  '断网',
  '损坏',
  '无法关闭',
  '无法开启',
  '跳闸',
  '松动',
  '堵塞',
  '异味',
];
const whens = ['请尽快处理', '下午开会要用', '已影响办公', '上周修过又坏', '请周末前来', '无人时段可进'];

/** Words people would type, from one row in two thousand to one in five, and one that is nowhere. Two characters, several, and two words. */
export const searches: readonly string[] = [
  '空调',
  '漏水',
  '电梯',
  '断网',
  '机房',
  '窗帘',
  '档案',
  '异味',
  '会议',
  '投影仪',
  '无法开启',
  '空调 漏水',
  '电梯 异响',
  '机房 跳闸',
  '档案室 漏水',
  '207室 门锁',
  '上周 窗帘',
  '锅炉',
  '投影仪 418室 损坏',
  '周末',
];

const cast = new Map<string, readonly string[]>();
const piecesOf = (text: string): readonly string[] => {
  let known = cast.get(text);
  if (!known) cast.set(text, (known = bigrams(text)));
  return known;
};

/** A small generator, so that every run loads the same rows. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
  };
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Rows of three years: most are settled, one in fifty still open, spread unevenly over the divisions. */
function* copyLines(count: number): Generator<string> {
  const random = seeded(20_261_121);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const units = divisions.map(idFor);
  const people = writers.map((account) => idFor(`person ${account}`));
  const begin = Date.UTC(2023, 9, 1);
  const step = (3 * 365 * 86_400_000) / count;
  for (let n = 0; n < count; n += 1) {
    const at = Math.floor(begin + n * step);
    const [thing, kind] = pick(things);
    const place = `${pick(places)}${pick(rooms)}`;
    const title = `${thing}${pick(faults)}，${pick(whens)}`;
    const number = `BX-${day(at).slice(0, 4)}-${String(n).padStart(7, '0')}`;
    const chance = random();
    const state = chance < 0.02 ? 'reported' : chance < 0.05 ? 'assigned' : chance < 0.1 ? 'done' : 'closed';
    const unit = units[Math.floor(random() ** 2 * units.length)]!;
    const pieces = new Set([...piecesOf(place), ...piecesOf(title), number.toLowerCase(), ...numberPieces(number)]);
    const cost = state === 'closed' ? String(Math.floor(random() * 90_000)) : '\\N';
    const fields = [
      '1',
      uuid7(at, random),
      unit,
      pick(people),
      number,
      title,
      place,
      kind,
      random() < 0.1 ? 'urgent' : 'plain',
      state,
      cost,
      new Date(at).toISOString(),
      day(at + 3 * 86_400_000),
      `{${[...pieces].map((piece) => `"${piece}"`).join(',')}}`,
    ];
    yield fields.join('\t');
  }
}

const numberPieces = (number: string): string[] =>
  number
    .toLowerCase()
    .split('-')
    .flatMap((run) => [...run].slice(0, -1).map((letter, at) => letter + run[at + 1]!));

/** Fills the ledger of repairs. */
export const loadRepairs = (superUrl: string, count: number, progress: (line: string) => void): Promise<void> =>
  copyLedger(
    superUrl,
    {
      table: 'repairs.repair',
      columns:
        'node_id, id, unit_id, person_id, number, title, place, kind, urgency, state, cost_fen, reported_at, due_on, search',
      rows: copyLines(count),
    },
    progress,
  );
