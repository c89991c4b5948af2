import { searchPieces } from '@opengoa/kernel';
import pg from 'pg';
import { piecesOf } from '../../domains/assets/cards/card-store.ts';
import { seeded } from '@opengoa/kernel/seeded';
import { copyLedger, uuid7 } from './copy-ledger.ts';
import { divisions, idFor } from './raise-office.ts';
import { loadPremises, roomId, rooms as roomCount } from './load-premises.ts';

/** Name, class of GB/T 14885, brands, middle price in yuan, and how many in a thousand cards. */
const things: readonly (readonly [string, string, readonly string[], number, number])[] = [
  ['台式计算机', 'A02010105', ['联想', '华为', '清华同方'], 4_800, 150],
  ['笔记本电脑', 'A02010108', ['联想', '华为'], 5_600, 70],
  ['黑白激光打印机', 'A02021003', ['惠普', '奔图', '联想'], 1_200, 70],
  ['多功能一体机', 'A02020400', ['惠普', '佳能', '理光'], 3_400, 40],
  ['碎纸机', 'A02021101', ['得力', '齐心'], 600, 30],
  ['投影仪', 'A02020200', ['爱普生', '明基'], 7_800, 15],
  ['分体空调机', 'A02061804', ['格力', '美的', '海尔'], 2_900, 60],
  ['中央空调机组', 'A02061803', ['格力', '美的'], 180_000, 1],
  ['服务器', 'A02010104', ['浪潮', '华为'], 46_000, 10],
  ['网络交换机', 'A02010202', ['华三', '华为'], 3_900, 20],
  ['扫描仪', 'A02021118', ['佳能', '紫光'], 2_200, 14],
  ['数码照相机', 'A02020500', ['佳能', '尼康'], 6_500, 8],
  ['饮水机', 'A02061819', ['美的', '安吉尔'], 450, 30],
  ['电视机', 'A02091001', ['海信', '创维'], 3_200, 12],
  ['办公桌', 'A05010201', ['', '震旦'], 1_500, 130],
  ['会议桌', 'A05010202', ['', '震旦'], 4_200, 20],
  ['办公椅', 'A05010301', ['', '震旦'], 620, 150],
  ['会议椅', 'A05010303', [''], 480, 60],
  ['三人沙发', 'A05010401', [''], 2_600, 20],
  ['文件柜', 'A05010502', ['', '得力'], 900, 60],
  ['保密柜', 'A05010504', ['得力'], 2_100, 8],
  ['工具书', 'A04010101', [''], 120, 12],
  ['财务软件', 'A08060303', ['用友', '金蝶'], 38_000, 6],
  ['字画', 'A03010500', [''], 2_000, 2],
  ['办公楼', 'A01010201', [''], 24_000_000, 1],
  ['景观树', 'A06030100', [''], 800, 1],
];
const total = things.reduce((sum, [, , , , weight]) => sum + weight, 0);
const states: readonly (readonly [string, number])[] = [
  ['in-use', 800],
  ['disposed', 80],
  ['in-stock', 70],
  ['idle', 28],
  ['pooled', 8],
  ['in-repair', 5],
  ['awaiting-disposal', 5],
  ['lent', 3],
  ['rented-out', 1],
];
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚'];

/** Words people would type: from one card in six to one in a million, a number, a serial number, somebody's name, two words, and one that is nowhere. */
export const cardSearches: readonly string[] = [
  '打印机',
  '联想',
  '空调',
  '会议桌',
  '沙发',
  '投影仪',
  '字画',
  '保密柜',
  '爱普生',
  '交换机',
  '王伟',
  '林静',
  '清华同方 台式',
  '会议桌 17号楼',
  '惠普 一体机 312室',
  '笔记本 华为',
  '锅炉',
  'ZC-2021-000877',
  'SN0004D7F1',
  '财务软件',
  '便携',
];

const known = new Map<string, readonly string[]>();
const pieces = (text: string): readonly string[] => {
  let of = known.get(text);
  if (!of) known.set(text, (of = searchPieces(text)));
  return of;
};
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/**
 * Cards of twelve years, brought along unit by unit and unevenly over the divisions, each with a number of its unit's own row of numbers; so the order of
 * numbers goes through the whole table, as in a ledger that was put together from many.
 */
function* cardLines(count: number): Generator<string> {
  const random = seeded(20_261_122);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const weighed = <T extends readonly unknown[]>(from: readonly T[], sum: number): T => {
    let left = random() * sum;
    return from.find((each) => (left -= each.at(-1) as number) < 0) ?? from[0]!;
  };
  const perUnit = sharesOf(count, random);
  const begin = Date.UTC(2014, 10, 1);
  const years = Date.UTC(2026, 10, 1) - begin;
  for (const [unit, cards] of perUnit)
    for (let n = 0; n < cards; n += 1) {
      const at = Math.floor(begin + (n / cards) * years);
      const [name, code, brands, yuan] = weighed(things, total);
      const [state] = weighed(states, 1_000);
      const used = state === 'in-use' || state === 'lent';
      const holder = used ? Math.floor(random() * 8_000) : null;
      const room = Math.floor(random() * roomCount);
      const card = {
        number: `ZC-${day(at).slice(0, 4)}-${String(n + 1).padStart(6, '0')}`,
        name,
        class: code,
        model: `${code.slice(-3)}-${Math.floor(random() * 40)}`,
        brand: pick(brands),
        serial: code.startsWith('A02')
          ? `SN${Math.floor(random() * 2 ** 32)
              .toString(16)
              .toUpperCase()
              .padStart(8, '0')}`
          : '',
        place: `${room % 40}号楼${100 + (room % 400)}室`,
        item: '',
      };
      const holderName =
        holder === null ? undefined : `${surnames[holder % 20]}${given[Math.floor(holder / 20) % 20]}${holder}`;
      const { number, serial, ...others } = card;
      const search = new Set([...searchPieces(number, serial), ...Object.values(others).flatMap(pieces)]);
      for (const piece of pieces(holderName ?? '')) search.add(piece);
      if (n === 0 && piecesOf(card, holderName).toSorted().join() !== [...search].toSorted().join())
        throw new Error('a card has other pieces than the program gives it');
      yield [
        '1',
        uuid7(at, random),
        unit,
        card.number,
        name,
        code,
        card.model,
        card.brand,
        card.serial,
        Math.round(yuan * 100 * (0.6 + 0.8 * random())),
        random() < 0.9 ? 'purchase' : pick(['transfer', 'donation', 'found']),
        day(at),
        day(at + 20 * 86_400_000),
        code.startsWith('A02') ? 6 : code.startsWith('A05') ? 15 : '\\N',
        holder === null ? '\\N' : idFor(`holder ${holder}`),
        used || state === 'in-stock' || state === 'idle' ? roomId(room) : '\\N',
        card.place,
        state,
        pick(['new', 'good', 'good', 'good', 'worn', 'repairable']),
        state === 'disposed' ? day(Math.min(at + 6 * 365 * 86_400_000, begin + years)) : '\\N',
        `{${[...search].map((piece) => `"${piece}"`).join(',')}}`,
      ].join('\t');
    }
}

/** How many cards stand in each division's ledger. */
function sharesOf(count: number, random: () => number): Map<string, number> {
  const shares = new Map(divisions.map((name) => [idFor(name), 0]));
  const units = [...shares.keys()];
  for (let n = 0; n < count; n += 1) {
    const unit = units[Math.floor(random() ** 2 * units.length)]!;
    shares.set(unit, shares.get(unit)! + 1);
  }
  return shares;
}

/** Cards in the ledger, the rooms where they stand, and what of them lies in the public warehouse. */
export async function loadCards(superUrl: string, count: number, progress: (line: string) => void): Promise<void> {
  await loadPremises(superUrl, progress);
  await copyLedger(
    superUrl,
    {
      table: 'assets.card',
      columns: `node_id, id, unit_id, number, name, class, model, brand, serial, value_fen, acquired_by, acquired_on, booked_on, life_years, user_id, room_id,
        place, state, condition, disposed_on, search`,
      rows: cardLines(count),
    },
    progress,
  );
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    progress('the public warehouse');
    const store = idFor('公物仓');
    await client.query(
      `insert into assets.store (node_id, id, unit_id, name, kind, state) values (1, $1, $2, '市级公物仓', 'central', 'open')`,
      [store, idFor('临江市')],
    );
    await client.query(
      `insert into assets.offer (node_id, id, unit_id, keeper_id, store_id, card_id, number, name, class, model, brand, measure, quantity, value_fen, acquired_on,
                                 condition, place, reason, may, reach, state, offered_at, search)
       select 1, gen_random_uuid(), unit_id, $2, $1, id, 'RC-2026-' || row_number() over (order by id), name, class, model, brand, measure, quantity, value_fen,
              acquired_on, condition, place, 'idle', 'both', case when random() < 0.9 then 'tree' else 'unit' end, 'in-store',
              timestamptz '2026-01-01' + random() * interval '300 days', search
         from assets.card where state = 'pooled'`,
      [store, idFor('临江市')],
    );
    await client.query(
      `insert into assets.claim (node_id, id, unit_id, keeper_id, offer_id, kind, quantity, until_day, state, made_at)
       select 1, gen_random_uuid(), unit_id, keeper_id, id, 'reservation', 1, date '2026-12-31', 'held', offered_at
         from assets.offer where random() < 0.2`,
    );
    await client.query('vacuum (analyze) assets.offer, assets.claim, assets.store');
  } finally {
    await client.end();
  }
}
