import { atMost, told, round, type Figure } from '../figure.ts';
import { searches } from '../program/load-repairs.ts';
import { cityClerk, divisionHead } from '../program/raise-office.ts';
import { onStage } from '../stage.ts';
import { median } from '../median.ts';
import { rows } from './list.ts';

/** Words of two characters, of more, and two at once; frequent, rare and absent ones: typed by one person after another, and by four at once. */
export const search: Figure = {
  name: 'search',
  title: 'Keyword search over 1,000,000 rows, two-character Chinese words included',
  measure: (asked) =>
    onStage(asked, rows, async (stage) => {
      const lines = [];
      for (const [who, account] of [
        ['whole city', cityClerk],
        ['one division', divisionHead],
      ] as const) {
        const { read } = await stage.signIn(account);
        const requests = searches.map((words) => ({
          path: `/api/reads/repairs.repairs?q=${encodeURIComponent(words)}`,
        }));
        for (const { path } of requests) {
          const begun = performance.now();
          const answer = await stage.ask('GET', path, read);
          const { rows: found, total } = JSON.parse(answer.body) as { rows: unknown[]; total: { count: number } };
          asked.say(
            `  ${who} ${decodeURIComponent(path.split('=')[1]!)}: ${found.length} of ${total.count}, ${round(performance.now() - begun)} ms`,
          );
        }
        const order = { method: 'GET' as const, headers: read, idempotent: false, requests };
        for (const people of [1, 4]) {
          const rounds = [];
          for (let turn = 0; turn < (asked.short ? 3 : 5); turn += 1)
            rounds.push(
              await stage.program(
                Array.from({ length: people }, () => order),
                asked.short ? 2 : 5,
              ),
            );
          const name = `${who}, ${people === 1 ? 'one after another' : `${people} at once`}`;
          lines.push(
            atMost(`${name}: p99`, median(rounds.map((each) => each.p99)), 100, 'ms'),
            told(`${name}: middle`, `${round(median(rounds.map((each) => each.p50)))} ms`),
            told(`${name}: processor`, `${round(median(rounds.map((each) => each.cpuMs + each.databaseMs)))} ms each`),
          );
        }
      }
      return lines;
    }),
};
