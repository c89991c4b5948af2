import { addDays } from '@opengoa/kernel/calendar';
import type { PurchaseOfYear } from './assets-year.ts';
import type { AssetsDraft } from './assets-draft.ts';
import { plantSplits } from './plant-splits.ts';

/** What is bought although the same lies idle, and what is bought again after it was thrown away. */

/** Name, class, yuan. What lies idle in the town (demo/keep-assets.ts) is bought by units of the city in no innocent way. */
const things = {
  scanner: ['扫描仪', 'A02021118', 3_600],
  shredder: ['碎纸机', 'A02021301', 850],
  projector: ['投影仪', 'A02020200', 8_600],
  notebook: ['便携式计算机', 'A02010108', 6_500],
  multifunction: ['一体机', 'A02020400', 2_800],
  desktop: ['台式计算机', 'A02010105', 4_700],
  copier: ['复印机', 'A02020100', 28_000],
  'printer-a3': ['A3黑白打印机', 'A02021001', 6_900],
  'printer-a3-colour': ['A3彩色打印机', 'A02021002', 13_800],
  'printer-a4-colour': ['A4彩色打印机', 'A02021004', 1_900],
  'receipt-printer': ['票据打印机', 'A02021007', 2_600],
  'file-cabinet': ['文件柜', 'A05010502', 880],
  'secure-cabinet': ['保密柜', 'A05010504', 2_700],
  'tea-table-large': ['大茶几', 'A05010401', 900],
  'sofa-single': ['单人沙发', 'A05010402', 1_300],
  wardrobe: ['更衣柜', 'A05010503', 900],
  'tea-cabinet': ['茶水柜', 'A05010505', 1_200],
} as const;
export type Bought = keyof typeof things;
const suppliers = ['临江办公设备(演示)', '青山信息技术(演示)', '石桥家具厂(演示)'] as const;

/** A plan of so many of one item, and what came of it some weeks later. */
export function buying(
  { chance }: Pick<AssetsDraft, 'chance'>,
  { unit, day, item, quantity, reason }: { unit: string; day: string; item: Bought; quantity: number; reason: string },
): PurchaseOfYear {
  const [name, code, yuan] = things[item];
  return {
    kind: 'purchase',
    day,
    unit,
    title: `购置${name}`,
    reason,
    line: { name, class: code, equipment: item, quantity, priceFen: yuan * 100 },
    delivered: {
      day: addDays(day, chance.whole(6, 25)),
      invoice: `F${chance.whole(10_000_000, 99_999_999)}`,
      supplier: chance.one(suppliers),
    },
  };
}

const cardOf = (item: Bought, acquiredOn: string) => {
  const [name, code, yuan] = things[item];
  return { name, class: code, item, valueFen: yuan * 100, acquiredOn, bookedOn: acquiredOn };
};

export function plantPurchases(draft: AssetsDraft): void {
  idle(draft);
  again(draft);
  plantSplits(draft);
}

function idle(draft: AssetsDraft): void {
  const { chance, enter, on, take, takeOne, city, county, events, plantings } = draft;
  const kit = 'assets/bought-while-idle';
  const old = () => addDays(on(0), -chance.whole(400, 1_500));
  const lies = (among: readonly string[], item: Bought, condition: 'good' | 'worn' | 'unusable' = 'good') => {
    const unit = take(among, item);
    return enter({ ...cardOf(item, old()), day: on(1), unit, condition, state: 'idle' });
  };
  const told = (unit: string, of: string, harm: boolean, what: string, size: string) =>
    plantings.push({ kit, about: { kind: 'unit-class', unit, of }, harm, what, size });
  const pieces = () => chance.whole(1, 2);
  const when = () => on(chance.whole(25, 320));
  // Where computers lie idle in the county, and office machines in the city, and are bought new beside them.
  const harmful: readonly (readonly [Bought, readonly string[]])[] = [
    ['scanner', city],
    ['shredder', city],
    ['projector', city],
    ['notebook', county],
    ['multifunction', county],
  ];
  for (const [item, among] of harmful) lies(among, item);
  // Straight into the ledger, with no plan that would have shown what lies idle.
  for (let n = chance.whole(3, 4); n > 0; n -= 1) {
    const [item, unit] = takeOne(harmful);
    const [day, quantity] = [when(), pieces()];
    const card = cardOf(item, day);
    enter({
      ...card,
      day,
      unit,
      quantity,
      valueFen: card.valueFen * quantity,
      voucher: `记-${day.slice(0, 7)}-${950 + n}`,
    });
    told(unit, item, true, '不经购置计划直接购入', `${quantity}`);
  }
  // Declined by a phrase; nobody above agreed.
  for (let n = chance.whole(3, 4); n > 0; n -= 1) {
    const [item, unit] = takeOne(harmful);
    const [day, quantity] = [when(), pieces()];
    const declined = {
      reason: chance.one(['other', 'too-weak'] as const),
      said: '希望使用新设备',
      followed: chance.is(0.5) ? ('look-again' as const) : null,
    };
    events.push({ ...buying(draft, { unit, day, item, quantity, reason: '工作需要' }), declined });
    told(unit, item, true, '闲置可用而不选用，理由空泛', `${quantity}`);
  }
  // The idle thing was written down as unusable while it serves.
  {
    lies(city, 'sofa-single', 'unusable');
    const unit = take(city, 'sofa-single');
    events.push(buying(draft, { unit, day: when(), item: 'sofa-single', quantity: 1, reason: '接待室使用' }));
    told(unit, 'sofa-single', true, '把可用的记成不能用', '1');
  }

  // Too far or too old, with its reason, and agreed to.
  for (const [item, reason, said] of [
    ['printer-a3-colour', 'too-far', '在四十公里外，运输和调试费用高于折余价值'],
    ['printer-a4-colour', 'too-worn', '已打印二十万张，耗材停产'],
    ['receipt-printer', 'too-weak', '不支持财政电子票据'],
  ] as const) {
    lies(city, item, 'worn');
    const unit = take(city, item);
    events.push({
      ...buying(draft, { unit, day: when(), item, quantity: 1, reason: '原设备报废后补充' }),
      declined: { reason, said, followed: 'agreed' },
    });
    told(unit, item, false, '不选用有理由并经上级同意', said);
    if (reason !== 'too-far') continue;
    // It was too far for them; next door nobody asked.
    const [other, day] = [take(city, item), when()];
    enter({ ...cardOf(item, day), day, unit: other, voucher: `记-${day.slice(0, 7)}-970` });
    told(other, item, true, '别的单位不选用有理由，本单位没有看过就购入', '1');
  }
  // It fell idle only afterwards.
  for (const item of ['secure-cabinet', 'tea-table-large'] as const) {
    const owner = take(city, item);
    const { number } = enter({ ...cardOf(item, old()), day: on(1), unit: owner, state: 'in-stock' });
    const [unit, day] = [take(city, item), on(chance.whole(30, 150))];
    events.push(buying(draft, { unit, day, item, quantity: 1, reason: '新设岗位' }), {
      kind: 'fell-idle',
      day: addDays(day, chance.whole(60, 150)),
      number,
    });
    told(unit, item, false, '购置以后才闲置', '1');
  }
  // It lies in the city, and the county buys; nobody gives across.
  lies(city, 'wardrobe');
  for (let n = 2; n > 0; n -= 1) {
    const unit = take(county, 'wardrobe');
    events.push(buying(draft, { unit, day: when(), item: 'wardrobe', quantity: 1, reason: '值班室使用' }));
    told(unit, 'wardrobe', false, '闲置的在另一地区', '1');
  }
  // Ordinary purchases, with nothing like it idle anywhere.
  for (let n = 10; n > 0; n -= 1) {
    const [item, unit] = takeOne([
      ['file-cabinet', county],
      ['printer-a3', [...city, ...county]],
    ]);
    events.push(buying(draft, { unit, day: when(), item, quantity: 1, reason: '补充办公设备' }));
  }
}

function again(draft: AssetsDraft): void {
  const { chance, enter, on, take, takeOne, city, county, events, plantings } = draft;
  const kit = 'assets/scrap-then-rebuy';
  const years: Readonly<Partial<Record<Bought, number>>> = { 'file-cabinet': 20, 'tea-cabinet': 20 };
  /** Something goes, and something comes so many days later. */
  const replaced = (
    harm: boolean,
    what: string,
    choices: readonly (readonly [Bought, readonly string[]])[],
    {
      condition,
      by,
      manner = 'scrap',
    }: { condition: 'good' | 'worn' | 'unusable'; by?: Bought; manner?: 'scrap' | 'donate' },
  ) => {
    const [item, unit] = takeOne(choices);
    const comes = by ?? item;
    if (comes === 'scanner') take([unit], comes);
    const gone = on(chance.whole(15, 160));
    const acquiredOn = addDays(gone, -Math.round((years[item] ?? 6) * 365.25 * chance.between(1.03, 1.5)));
    const { number } = enter({ ...cardOf(item, acquiredOn), day: on(0), unit, condition });
    const after = chance.whole(12, 170);
    events.push(
      manner === 'scrap'
        ? {
            kind: 'disposal',
            day: gone,
            unit,
            number,
            manner,
            grounds: ['over-age'],
            why: condition === 'unusable' ? '损坏不能开机，不能满足工作需要' : '不能满足工作需要',
          }
        : { kind: 'disposal', day: gone, unit, number, manner, recipient: '石桥县第二小学(演示)' },
      buying(draft, { unit, day: addDays(gone, after), item: comes, quantity: 1, reason: '更新设备' }),
    );
    plantings.push({ kit, about: { kind: 'unit-class', unit, of: item }, harm, what, size: `after ${after} days` });
  };
  const both = [
    ['desktop', county],
    ['copier', county],
    ['printer-a3', city],
    ['file-cabinet', city],
    ['tea-cabinet', city],
  ] as const;
  const times = (count: number, work: () => void) => {
    for (let n = 0; n < count; n += 1) work();
  };
  times(chance.whole(6, 7), () =>
    replaced(true, '完好的报废后又购置', both, { condition: chance.one(['good', 'worn'] as const) }),
  );
  // Written down as broken so that it may go.
  times(1, () => replaced(true, '把完好的记成不能用后报废再购', both, { condition: 'unusable' }));
  // One machine for another that does the same and more.
  times(1, () =>
    replaced(true, '完好的打印机报废，改购彩色打印机', [['printer-a3', county]], {
      condition: 'good',
      by: 'printer-a4-colour',
    }),
  );

  times(3, () => replaced(false, '不能用的报废后更新', both, { condition: 'unusable' }));
  times(2, () =>
    replaced(false, '报废后购置别的用途的设备', [['copier', county]], { condition: 'good', by: 'scanner' }),
  );
  times(2, () =>
    replaced(false, '捐赠给学校继续使用后更新', [['desktop', county]], { condition: 'worn', manner: 'donate' }),
  );
  times(1, () => replaced(false, '统一更新换代', [['desktop', county]], { condition: 'worn' }));
}
