import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import memoryFlags from '../../scripts/memory-flags.json' with { type: 'json' };
import { atMost, type Figure, round, told } from '../figure.ts';
import type { CityKits } from '../program/city-kits.ts';

const mostSeconds = 60;
const program = join(import.meta.dirname, '..', 'program', 'city-kits.ts');

/** Every kit over the whole demo city's year, program and database on two processors. The city is loaded once and copied for each run, so that all is found anew. */
export const cityKits: Figure = {
  name: 'city-kits',
  title: 'All kits over the demo city’s year, on two processors',
  async measure({ short, say }) {
    const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-city-'));
    try {
      const city = join(folder, 'city');
      say('loading the demo city, about two minutes');
      onTwo(city, 'load');
      const run = (how: 'year' | 'months'): CityKits => {
        const own = join(folder, how);
        cpSync(city, own, { recursive: true });
        // The copy has the usual mode of folders; the database wants its own to itself.
        chmodSync(join(own, 'postgres'), 0o700);
        const answer = JSON.parse(onTwo(own, 'run', how)) as CityKits;
        rmSync(own, { recursive: true });
        for (const { kit, seconds } of answer.kits.slice(0, 5)) say(`  ${how}  ${round(seconds)} s  ${kit}`);
        return answer;
      };
      const year = run('year');
      const lines = [
        atMost(`${year.kits.length} kits, the year in one pass`, year.seconds, mostSeconds, 's'),
        told('  of that, processor of the program', `${round(year.programSeconds)} s`),
        told('  signals raised', round(year.signals)),
      ];
      if (short) return lines;
      const months = run('months');
      return [
        ...lines,
        told('month by month, as the nights would have', `${round(months.seconds)} s`),
        told('  signals raised', round(months.signals)),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Where there is no `taskset`, on all processors. */
function onTwo(...args: readonly string[]): string {
  const [command, ...more] =
    process.platform === 'linux' ? ['taskset', '-c', '0,1', process.execPath] : [process.execPath];
  return execFileSync(command!, [...more, ...memoryFlags, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
}
