import { newId, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { type Kernel, reading, runRead } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { minuteOf } from '../days.ts';
import { actorOf } from './acting.ts';
import type { DisposalOfYear, PurchaseOfYear, StocktakeOfYear } from './assets-year.ts';
import type { CityPlan } from './plan-city.ts';

/** The year of the city's things as its clerk and the heads of the units enter it: one act after another, on its day. */
export async function keepThings(kernel: Kernel, plan: CityPlan, signal: AbortSignal): Promise<void> {
  const clerk = as('宋洁');
  const posts = new Map(plan.people.posts.map((post) => [post.key, post]));
  const headOf = (unit: string) => actorOf(plan.people.heads.get(unit)!, posts);
  const leaderOf = (unit: string) => actorOf(plan.people.leaders.get(unit)!, posts);
  const at = (day: string, hour = 9) => atTime(kernel, minuteOf(day, hour * 60));
  const known = new Map<string, string>();
  for (const event of plan.things) {
    signal.throwIfAborted();
    if (event.kind === 'headcount') {
      const { unit, day, people, establishment, offices } = event;
      await does(at(day), clerk, 'assets.set-headcount', {
        unit: unitId(unit),
        fromDay: day,
        establishment,
        actual: people,
        offices,
        paper: '编制核定表(演示)',
      });
    } else if (event.kind === 'card') {
      const { kind: _kind, day, unit, ...card } = event;
      const answer = await does(at(day), clerk, 'assets.register-card', {
        ...card,
        unit: unitId(unit),
        // Some cards are entered twice for the risk rules to find: whoever entered them did not look twice.
        serialTwice: true,
      });
      known.set(event.number, (answer.result as { card: string }).card);
    } else if (event.kind === 'purchase') await buy(event);
    else if (event.kind === 'disposal') await dispose(event);
    else if (event.kind === 'stocktake') await count(event);
    else if (event.kind === 'fell-idle')
      await does(at(event.day), clerk, 'assets.mark-idle', { card: await cardOf(event.number) });
    else {
      const { day, number, borrower, dueOn } = event;
      await does(at(day), clerk, 'assets.lend-cards', { cards: [await cardOf(number)], borrower, dueOn });
    }
  }

  async function cardOf(number: string): Promise<string> {
    if (!known.has(number))
      for (const row of await inLedger<{ id: string; number: string }>(
        sql`select id, number from assets.card where number like 'LJ-ZC-%'`,
      ))
        known.set(row.number, row.id);
    return known.get(number)!;
  }

  function inLedger<Row>(text: ReturnType<typeof sql>): Promise<Row[]> {
    return reading(kernel, { actor: clerk, who: ['assets-clerk'], room: 'assets' }, (tx) => tx.rows<Row>(text));
  }

  async function buy({ day, unit, title, reason, line, declined, delivered }: PurchaseOfYear): Promise<void> {
    const now = at(day);
    const planned = await does(now, clerk, 'assets.plan-purchase', {
      unit: unitId(unit),
      year: Number(day.slice(0, 4)),
      title,
      reason,
      lines: [line],
    });
    const { purchase } = planned.result as { purchase: string };
    const found = (await runRead(now, 'assets.purchase', { id: purchase }, clerk)) as unknown as {
      readonly version: number;
      readonly lines: readonly { readonly id: string; readonly matches: readonly { readonly card: string }[] }[];
    };
    const [first] = found.lines;
    let { version } = found;
    for (const { card } of declined ? first!.matches : []) {
      const { reason: why, said, followed } = declined!;
      await does(now, clerk, 'assets.decline-idle', { purchase, line: first!.id, card, reason: why, said });
      version += 1;
      if (followed === null) continue;
      const [answer] = await inLedger<{ id: string }>(
        sql`select id from assets.match_answer where purchase_id = ${purchase} and card_id = ${card}`,
      );
      await does(at(addDays(day, 2)), leaderOf(unit), 'assets.follow-declined', {
        answer: answer!.id,
        followed,
        words: followed === 'agreed' ? '理由成立，同意购置' : '请再核对能否调剂',
      });
      if (followed === 'agreed') continue;
      await does(at(addDays(day, 3)), clerk, 'assets.decline-idle', {
        purchase,
        line: first!.id,
        card,
        reason: why,
        said: `已再次核对。${said}`,
      });
      version += 1;
    }
    const asked = declined?.followed ? addDays(day, 3) : day;
    await does(at(asked, 10), clerk, 'assets.ask-purchase', { purchase, version });
    const large = line.priceFen * line.quantity > 10_000_000;
    await does(at(addDays(asked, 1)), large ? leaderOf(unit) : headOf(unit), 'assets.approve-purchase', {
      purchase,
      opinion: '同意',
    });
    if (delivered)
      await does(at(delivered.day), clerk, 'assets.accept-delivery', {
        purchase,
        line: first!.id,
        quantity: line.quantity,
        ...delivered,
      });
  }

  async function dispose({ day, unit, number, proceedsFen, kind: _kind, ...asked }: DisposalOfYear): Promise<void> {
    const sold = asked.manner === 'sell' || asked.manner === 'auction';
    const proposed = await does(at(day), clerk, 'assets.propose-disposal', {
      cards: [await cardOf(number)],
      ...asked,
      ...(sold ? { appraisal: '评估报告(演示)', appraisalFen: proceedsFen ?? 0 } : {}),
    });
    const { paper } = proposed.result as { paper: string };
    await does(at(day, 11), headOf(unit), 'assets.approve-disposal', { paper, opinion: '同意' });
    await does(at(day, 15), clerk, 'assets.finish-disposal', {
      paper,
      version: 2,
      document: '接收凭证(演示)',
      proceedsFen: proceedsFen ?? 0,
    });
  }

  /** Each room is walked with the scanner; what was not there is explained, and two people sign. */
  async function count({ day, unit, class: of, unseen }: StocktakeOfYear): Promise<void> {
    const opened = await does(at(day), clerk, 'assets.open-stocktake', {
      unit: unitId(unit),
      title: '办公设备盘点',
      scope: 'class',
      class: of,
    });
    const { stocktake } = opened.result as { stocktake: string };
    const sheet = (await runRead(at(day), 'assets.stocktake-sheet', { id: stocktake }, clerk)) as unknown as {
      readonly lines: readonly {
        readonly id: string;
        readonly code: string;
        readonly quantity: number;
        readonly place: string | null;
      }[];
      readonly places: readonly { readonly id: string }[];
    };
    const missed = new Map(unseen.map((each) => [each.number, each]));
    const elsewhere = sheet.places.at(-1)!.id;
    let minute = minuteOf(day, 560).getTime();
    const entries = [...Map.groupBy(sheet.lines, ({ place }) => place)].flatMap(([place, lines]) => {
      const here = place ?? elsewhere;
      const stamp = () => new Date((minute += 40_000)).toISOString();
      return [
        ...lines
          .filter(({ code }) => !missed.has(code))
          .map(({ code, quantity }) => [newId(), 'scanner', here, code, quantity, stamp()]),
        [newId(), 'done', here, '', 0, stamp()],
      ];
    });
    const evening = at(addDays(day, 1), 17);
    for (let from = 0; from < entries.length; from += 400)
      await does(evening, clerk, 'assets.sync-scans', { stocktake, entries: entries.slice(from, from + 400) });
    for (const { number, how, why } of unseen) {
      const line = sheet.lines.find(({ code }) => code === number);
      if (line) await does(evening, clerk, 'assets.settle-difference', { stocktake, lines: [line.id], how, why });
    }
    const { version } = (await runRead(evening, 'assets.stocktake', { id: stocktake }, clerk)) as unknown as {
      readonly version: number;
    };
    await does(evening, clerk, 'assets.sign-stocktake', { stocktake, version });
    await does(at(addDays(day, 2)), headOf(unit), 'assets.sign-stocktake', { stocktake, version: version + 1 });
  }
}
