import { type Asked, atLeast, atMost, type Figure, type Line, round, told } from '../figure.ts';
import { median } from '../median.ts';
import { cardSearches } from '../program/load-cards.ts';
import {
  cityAssets,
  divisionAssets,
  divisions,
  divisionsOf,
  idFor,
  institutionAssets,
  unitOf,
} from '../program/raise-office.ts';
import { besideFloor } from '../rounds.ts';
import { onStage, type SignedIn, type Stage } from '../stage.ts';
import { compared, rows, sixteen } from './list.ts';
import { searched } from './search.ts';

const list = '/api/reads/assets.cards';
const ledger = { name: 'cards', rows } as const;

/** A ledger of a million cards, read by whoever keeps the whole city's, an institution's, and one division's. */
const onCards = <T>(asked: Asked, work: (stage: Stage) => Promise<T>): Promise<T> => onStage(asked, ledger, work);

interface CardsPage {
  readonly next?: string;
  readonly total: { readonly count: number; readonly exact: boolean };
  readonly sums?: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly id: string; readonly number: string }[];
}

async function pageOf(stage: Stage, by: SignedIn, path: string): Promise<CardsPage> {
  const { status, body } = await stage.ask('GET', path, by.read);
  if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 300)}`);
  return JSON.parse(body) as CardsPage;
}

/** Filters as the program and as the floor are asked for them: frequent and rare ones, a range, several units and two at once. */
const filters: readonly (readonly [program: string, floor: string])[] = [
  ['', ''],
  ['f.state=in-use', 'state=in-use'],
  ['f.state=in-repair', 'state=in-repair'],
  ['f.top_class=A05', 'top=A05'],
  ['f.top_class=A01', 'top=A01'],
  ['f.state=idle&f.top_class=A02', 'state=idle&top=A02'],
  ['f.class=A02010105', 'class=A02010105'],
  [`f.unit_id=${idFor(divisions[40]!)}`, `unit=${idFor(divisions[40]!)}`],
  [`f.unit_id=${idFor('单位9')}`, `unit=${[idFor('单位9'), ...divisionsOf('单位9')].join()}`],
  ['f.acquired_on.from=2026-03-02&f.acquired_on.to=2026-03-03', 'from=2026-03-02&to=2026-03-03'],
];

/** The pages behind the first, by the cursor of the one before, in both directions of the order. */
async function pages(stage: Stage, by: SignedIn, of: typeof filters, also = '') {
  const program: { path: string }[] = [];
  const floor: { path: string }[] = [];
  for (const [ours, theirs] of of)
    for (const way of ['', '-']) {
      let after = '';
      for (let page = 0; page < 4; page += 1) {
        const path = `${list}?${ours}&sort=${way}number`.replace('?&', '?');
        const { next, rows: found } = await pageOf(stage, by, `${path}${after}`);
        const last = found.at(-1);
        if (!next || !last) break;
        after = `&after=${encodeURIComponent(next)}`;
        program.push({ path: `${path}${after}` });
        const past = `pastNumber=${last.number}&pastId=${last.id}`;
        floor.push({ path: `/cards?${[theirs, also, way && 'down=1', past].filter(Boolean).join('&')}` });
      }
    }
  if (program.length < 8) throw new Error(`only ${program.length} pages behind the first`);
  return requests(by, program, floor);
}

const requests = (by: SignedIn, program: readonly { path: string }[], floor: readonly { path: string }[]) => ({
  program: sixteen({ method: 'GET', headers: by.read, idempotent: false, requests: program }),
  floor: sixteen({ method: 'GET', headers: {}, idempotent: false, requests: floor }),
});

/** Far behind in the ledger, which costs a page by its number and not by how many came before. */
async function deepPages(stage: Stage, by: SignedIn) {
  let after = '';
  for (let page = 0; page < 100; page += 1)
    after = `&after=${encodeURIComponent((await pageOf(stage, by, `${list}?size=200${after}`)).next!)}`;
  const last = (await pageOf(stage, by, `${list}?size=200${after}`)).rows[0]!;
  const floor = `/cards?pastNumber=${last.number}&pastId=${last.id}`;
  return requests(by, [{ path: `${list}?${after.slice(1)}` }], [{ path: floor }]);
}

export const assetList: Figure = {
  name: 'asset-list',
  title: 'Assets: filter, sort and page over 1,000,000 cards, rows with their acts',
  measure: (asked) =>
    onCards(asked, async (stage) => {
      const city = await stage.signIn(cityAssets);
      const institution = await stage.signIn(institutionAssets);
      const division = await stage.signIn(divisionAssets);
      const few = filters.slice(0, 4);
      const own = [unitOf(institutionAssets), ...divisionsOf('单位2')].join();
      return [
        ...(await everyFilter(asked, stage, city)),
        ...(await compared(asked, stage, 'whole city', await pages(stage, city, filters))),
        ...(await compared(asked, stage, 'whole city, 20,000 rows deep', await deepPages(stage, city))),
        ...(await compared(asked, stage, 'six units', await pages(stage, institution, few, `unit=${own}`))),
        ...(await compared(
          asked,
          stage,
          'one division',
          await pages(stage, division, few, `unit=${unitOf(divisionAssets)}`),
        )),
      ];
    }),
};

/** Each filter by itself, as the page asks for it first: with its total and, where it is counted to the end, its sums. */
async function everyFilter({ say }: Asked, stage: Stage, by: SignedIn): Promise<Line[]> {
  const all: number[] = [];
  let slowest = ['', 0] as [string, number];
  for (const [filter] of filters) {
    const path = `${list}?${filter}&sums=1`.replace('?&', '?');
    const times: number[] = [];
    let page: CardsPage | undefined;
    for (let turn = 0; turn < 9; turn += 1) {
      const begun = performance.now();
      page = await pageOf(stage, by, path);
      times.push(performance.now() - begun);
    }
    const summed = page!.sums ? `, ${Object.keys(page!.sums).length} sums` : '';
    say(
      `  ${filter || 'no filter'}: ${page!.rows.length} of ${page!.total.count}${page!.total.exact ? '' : ' or so'}${summed}, ${round(median(times))} ms`,
    );
    all.push(...times);
    if (median(times) > slowest[1]) slowest = [filter || 'no filter', median(times)];
  }
  return [
    atMost('first page of every filter, total and sums: middle', median(all), 100, 'ms'),
    atMost(`slowest of the filters (${slowest[0]}): middle`, slowest[1], 300, 'ms'),
  ];
}

export const assetLanding: Figure = {
  name: 'asset-landing',
  title: 'Assets: landing page over 1,000,000 cards with a total',
  measure: (asked) =>
    onCards(asked, async (stage) => {
      const lines: Line[] = [];
      for (const [who, account] of [
        ['whole city', cityAssets],
        ['one division', divisionAssets],
      ] as const) {
        const by = await stage.signIn(account);
        // As the page asks for it: with the total, and with sums where the total is exact.
        const path = `${list}?sums=1`;
        const own = account === divisionAssets ? `&unit=${unitOf(account)}` : '';
        const floor = `/cards?total=1${own}`;
        asked.say(`${who}, beside a floor that also asks for its estimate`);
        const of = await besideFloor(asked, stage, requests(by, [{ path }], [{ path: floor }]));
        const { total } = await pageOf(stage, by, path);
        lines.push(
          atLeast(`${who}, with an estimate`, of.program.perSecond, of.floor.perSecond, 0.5, '/s'),
          told('p99', `${round(of.program.p99)} ms`, `${round(of.floor.p99)} ms`),
          told('processor of the program', `${round(of.program.cpuMs)} ms each`, `${round(of.floor.cpuMs)} ms each`),
          told('total shown', `${total.count.toLocaleString('en')} ${total.exact ? 'exact' : 'estimated'}`),
        );
      }
      return lines;
    }),
};

export const assetSearch: Figure = {
  name: 'asset-search',
  title: 'Assets: keyword search over 1,000,000 cards, as the page asks for it',
  measure: (asked) =>
    onCards(asked, (stage) =>
      searched(asked, stage, {
        readers: [
          ['whole city', cityAssets],
          ['six units', institutionAssets],
          ['one division', divisionAssets],
        ],
        // The page asks for the sums of a search by a request of its own, and does not wait for them.
        path: (words) => `${list}?q=${encodeURIComponent(words)}`,
        words: cardSearches,
      }),
    ),
};
