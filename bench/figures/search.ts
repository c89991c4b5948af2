import { type Asked, atMost, told, round, type Figure, type Line } from '../figure.ts';
import { searches } from '../program/load-repairs.ts';
import { cityClerk, divisionHead } from '../program/raise-office.ts';
import { onStage, type Stage } from '../stage.ts';
import { median } from '../median.ts';
import { rows } from './list.ts';

interface Searched {
  readonly readers: readonly (readonly [who: string, account: string])[];
  readonly path: (words: string) => string;
  readonly words: readonly string[];
}

/** The words typed in turn, by one person after another and by four at once. */
export async function searched(asked: Asked, stage: Stage, { readers, path, words }: Searched): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [who, account] of readers) {
    const { read } = await stage.signIn(account);
    const requests = words.map((each) => ({ path: path(each) }));
    for (const [at, each] of words.entries()) {
      const begun = performance.now();
      const answer = await stage.ask('GET', requests[at]!.path, read);
      if (answer.status !== 200) throw new Error(`${each}: ${answer.status} ${answer.body.slice(0, 200)}`);
      const { rows: found, total } = JSON.parse(answer.body) as { rows: unknown[]; total: { count: number } };
      asked.say(`  ${who} ${each}: ${found.length} of ${total.count}, ${round(performance.now() - begun)} ms`);
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
}

/** Words of two characters, of more, and two at once; frequent, rare and absent ones. */
export const search: Figure = {
  name: 'search',
  title: 'Keyword search over 1,000,000 rows, two-character Chinese words included',
  measure: (asked) =>
    onStage(asked, { name: 'repairs', rows }, (stage) =>
      searched(asked, stage, {
        readers: [
          ['whole city', cityClerk],
          ['one division', divisionHead],
        ],
        path: (words) => `/api/reads/repairs.repairs?q=${encodeURIComponent(words)}`,
        words: searches,
      }),
    ),
};
