import { addDays } from '@opengoa/kernel/calendar';
import type { StocktakeOfYear } from './assets-year.ts';
import type { CityCard } from './holdings.ts';
import type { AssetsDraft } from './assets-draft.ts';

/** Computers of some units, counted twice in the year: what is gone and explained away, and what was only not there to be scanned. */

const kit = 'assets/never-seen-at-stocktake';
const computers = 'A0201';

export function plantStocktakes({ chance, on, roomed, holdings, events, plantings }: AssetsDraft): void {
  const ofUnit = (unit: string) =>
    holdings.filter((card) => card.unit === unit && card.class.startsWith(computers) && card.state === 'in-use');
  const units = chance
    .some(
      roomed.filter((unit) => ofUnit(unit).length >= 6),
      5,
    )
    .map((unit) => ({ unit, left: chance.some(ofUnit(unit), 6), rounds: [[], []] as Unseen[][] }));
  let at = 0;
  const give = (work: (card: CityCard, rounds: Unseen[][]) => void) => {
    const from = units.filter(({ left }) => left.length > 0);
    if (from.length === 0) return;
    const { left, rounds } = from[at % from.length]!;
    at += 1;
    work(left.pop()!, rounds);
  };
  const told = (card: CityCard, harm: boolean, what: string) =>
    plantings.push({
      kit,
      about: { kind: 'card', number: card.number },
      harm,
      what,
      size: `CNY ${card.valueFen / 100}`,
    });
  const times = (count: number, work: (card: CityCard, rounds: Unseen[][]) => void) => {
    for (let n = 0; n < count; n += 1) give(work);
  };
  const unseen = ({ number }: CityCard, how: Unseen['how'], why: string): Unseen => ({ number, how, why });

  // Gone long ago; whoever answers for it says each time that only its label came off.
  times(chance.whole(6, 8), (card, [first, second]) => {
    first!.push(unseen(card, 'present', '标签脱落，实物在'));
    second!.push(unseen(card, 'present', chance.one(['标签脱落，实物在', '使用人保管', '在办公室内'])));
    told(card, true, '两次盘点都没有扫到，口头说在');
  });
  // Gone since the spring: there was but one stocktake since.
  times(1, (card, [, second]) => {
    second!.push(unseen(card, 'present', '使用人保管'));
    told(card, true, '近期去向不明，只盘点过一次');
  });
  // Ticked off at the desk by who signs.
  times(1, (card) => told(card, true, '未见实物而照单录入'));

  // Its label came off once and was put on again.
  times(3, (card, [first]) => {
    first!.push(unseen(card, 'present', '标签脱落，已补贴'));
    told(card, false, '标签脱落，下次已扫到');
  });
  times(2, (card, [, second]) => {
    second!.push(unseen(card, 'lost', '去年搬迁后未找到，按盘亏处理'));
    told(card, false, '已报失');
  });
  // At a lender over both stocktakes, with its paper.
  times(2, (card) => {
    events.push({
      kind: 'lend',
      day: on(30),
      number: card.number,
      borrower: '市第三次全国文物普查办公室(演示)',
      dueOn: on(700),
    });
    told(card, false, '两次盘点时都借在外单位');
  });
  // Carried about: never in the room when somebody comes.
  times(2, (card, [first, second]) => {
    for (const round of [first!, second!]) round.push(unseen(card, 'present', '驻村工作队随身使用'));
    told(card, false, '随身携带的设备');
  });
  for (const { unit, rounds } of units)
    for (const [n, round] of rounds.entries())
      events.push({
        kind: 'stocktake',
        day: addDays(on(n === 0 ? 75 : 290), chance.whole(0, 25)),
        unit,
        class: computers,
        unseen: round,
      });
}

type Unseen = StocktakeOfYear['unseen'][number];
