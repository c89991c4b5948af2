import { atMost, type Figure, type Line, round } from '../figure.ts';
import { median } from '../median.ts';
import { idFor, cityAssets, citySpace } from '../program/raise-office.ts';
import { onStage } from '../stage.ts';
import { rows } from './list.ts';

const mostMs = 150;

/** As the pages ask: with the sums of what they show. */
const pages: readonly (readonly [what: string, account: string, paths: readonly string[]])[] = [
  [
    'rooms of a house of 20,000',
    citySpace,
    [
      'space.rooms?sums=1',
      'space.rooms?sums=1&f.state=vacant',
      `space.rooms?sums=1&f.building_id=${idFor('building 7')}`,
      'space.rooms?sums=1&f.beside_standard=over&sort=-excess_m2',
      'space.rooms?sums=1&sort=-area_m2',
      'space.rooms?q=%E5%8F%B7%E6%A5%BC%20312',
    ],
  ],
  ['its buildings', citySpace, ['space.buildings?sums=1']],
  ['the public warehouse of 8,000 things', cityAssets, ['assets.shelf?sums=1', 'assets.shelf?sums=1&sort=-free']],
  ['what was offered to it', cityAssets, ['assets.offers?sums=1', 'assets.offers?q=%E6%89%93%E5%8D%B0%E6%9C%BA']],
];

/** Pages of both offices as a clerk of the whole city opens them, one request after another. */
export const largeHouse: Figure = {
  name: 'large-house',
  title: 'Pages over a large house: 20,000 rooms, 8,000 things in the public warehouse',
  measure: (asked) =>
    onStage(asked, { name: 'cards', rows }, async (stage) => {
      const lines: Line[] = [];
      for (const [what, account, paths] of pages) {
        const { read } = await stage.signIn(account);
        const all: number[] = [];
        for (const path of paths) {
          const times: number[] = [];
          for (let turn = 0; turn < (asked.short ? 8 : 20); turn += 1) {
            const begun = performance.now();
            const { status, body } = await stage.ask('GET', `/api/reads/${path}`, read);
            times.push(performance.now() - begun);
            if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 200)}`);
          }
          asked.say(`  ${decodeURIComponent(path)}: ${round(median(times))} ms`);
          all.push(median(times));
        }
        lines.push(atMost(`${what}: middle of the slowest page`, Math.max(...all), mostMs, 'ms'));
      }
      return lines;
    }),
};
