import { addDays } from '@opengoa/kernel/calendar';
import type { AssetsDraft } from './assets-draft.ts';

/** One need bought in pieces that a head may sign; and several needs that only come close together. Yuan where nothing else is said. */

const kit = 'assets/split-purchase';
/** Kind of the class, its code and what is bought of it. */
const kinds = [
  ['A0201', 'A02010104', '机架服务器'],
  ['A0202', 'A02020500', '数字照相机'],
  ['A0206', 'A02061500', '不间断电源'],
  ['A0208', 'A02080800', '视频会议设备'],
  ['A0209', 'A02091100', '监控设备'],
] as const;
type Kind = (typeof kinds)[number];

export function plantSplits({ chance, on, take, takeOne, city, county, roomed, events, plantings }: AssetsDraft): void {
  const anywhere = [...city, ...county, ...roomed];
  const buy = (unit: string, [, code, name]: Kind, day: string, yuan: number, reason: string) =>
    events.push({
      kind: 'purchase',
      day,
      unit,
      title: `购置${name}`,
      reason,
      line: { name, class: code, quantity: 1, priceFen: yuan * 100 },
      delivered: chance.is(0.6)
        ? {
            day: addDays(day, chance.whole(8, 20)),
            invoice: `F${chance.whole(10_000_000, 99_999_999)}`,
            supplier: '青山信息技术(演示)',
          }
        : null,
    });
  const told = (unit: string, of: string, harm: boolean, what: string, size: string) =>
    plantings.push({ kit, about: { kind: 'unit-class', unit, of }, harm, what, size });
  const times = (count: number, work: () => void) => {
    for (let n = 0; n < count; n += 1) work();
  };
  const begin = () => on(chance.whole(20, 290));
  /** So many parts, each after some days. */
  const parts = (
    harm: boolean,
    what: string,
    count: number,
    { yuan, apart, reason }: { yuan: () => number; apart: () => number; reason: (n: number) => string },
  ) => {
    const [which, unit] = takeOne(kinds.map(([of]) => [`split ${of}`, anywhere] as const));
    const kind = kinds.find(([of]) => which === `split ${of}`)!;
    let day = begin();
    let sum = 0;
    for (let n = 0; n < count; n += 1) {
      const price = yuan();
      sum += price;
      buy(unit, kind, day, price, reason(n));
      day = addDays(day, apart());
    }
    told(unit, kind[0], harm, what, `${count} × CNY, ${sum} together`);
  };
  const one = () => '机房改造';
  const needs = ['指挥大厅改造', '下属站所更换', '应急值守'] as const;

  times(chance.whole(3, 4), () =>
    parts(true, '一个项目拆成几单，每单在负责人权限内', chance.whole(2, 3), {
      yuan: () => chance.whole(78, 99) * 1_000,
      apart: () => chance.whole(1, 12),
      reason: one,
    }),
  );
  times(chance.whole(2, 3), () =>
    parts(true, '一个项目拆成许多小单', chance.whole(4, 5), {
      yuan: () => chance.whole(29, 55) * 1_000,
      apart: () => chance.whole(2, 7),
      reason: one,
    }),
  );
  // Slowly enough that no month holds two.
  times(1, () =>
    parts(true, '隔月拆分', 3, {
      yuan: () => chance.whole(80, 98) * 1_000,
      apart: () => chance.whole(33, 45),
      reason: one,
    }),
  );
  // The same hall, by two kinds of things.
  times(1, () => {
    const [first, second] = [kinds[0], kinds[3]];
    const unit = take(anywhere, `split ${first[0]}`, `split ${second[0]}`);
    const day = begin();
    buy(unit, first, day, chance.whole(80, 98) * 1_000, '会议室改造');
    buy(unit, second, addDays(day, 5), chance.whole(80, 98) * 1_000, '会议室改造');
    told(unit, first[0], true, '一个项目拆到两类资产', '2 × CNY');
  });

  // Small ones of unlike things.
  times(2, () => {
    const some = chance.some(kinds, 3);
    const unit = take(anywhere, ...some.map(([of]) => `split ${of}`));
    const day = begin();
    for (const kind of some) {
      buy(unit, kind, addDays(day, chance.whole(0, 14)), chance.whole(40, 95) * 1_000, '年度更新');
      told(unit, kind[0], false, '同一月购置几类不同的东西', '3');
    }
  });
  times(2, () =>
    parts(false, '两次小额，合计仍在权限内', 2, {
      yuan: () => chance.whole(12, 45) * 1_000,
      apart: () => chance.whole(3, 12),
      reason: (n) => needs[n]!,
    }),
  );
  times(2, () =>
    parts(false, '不同处室先后提出的不同需求', 2, {
      yuan: () => chance.whole(52, 90) * 1_000,
      apart: () => chance.whole(8, 24),
      reason: (n) => needs[n]!,
    }),
  );
  // The leader approved the large one; a small one followed.
  times(2, () => {
    const [which, unit] = takeOne(kinds.map(([of]) => [`split ${of}`, anywhere] as const));
    const kind = kinds.find(([of]) => which === `split ${of}`)!;
    const day = begin();
    buy(unit, kind, day, chance.whole(130, 380) * 1_000, '信息化项目，已经局长办公会批准');
    buy(unit, kind, addDays(day, chance.whole(5, 20)), chance.whole(10, 60) * 1_000, '零星补充');
    told(unit, kind[0], false, '大额已由领导批准，另有一单小额', '2');
  });
}
