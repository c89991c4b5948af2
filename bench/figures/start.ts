import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { dataFolder, processesOf, startProgram } from '../../journeys/program/start-program.ts';
import { pssMegabytes } from '../child.ts';
import { atMost, round, told, type Figure } from '../figure.ts';
import { median } from '../median.ts';

const house = join(import.meta.dirname, '../..');

/**
 * `npm start` in a bare clone of what is committed: install, database, demo city, pages; over when the accounts are printed. Then again, and what
 * it takes when nobody asks it anything. What npm has kept of packages is used, as on any machine that has installed something before.
 */
export const start: Figure = {
  name: 'start',
  title: 'Start: npm start in a bare clone, a second start, memory with nobody asking',
  async measure({ short, say }) {
    const clone = mkdtempSync(join(tmpdir(), 'opengoa-bench-clone-'));
    const place = dataFolder();
    const npmStart = () =>
      startProgram(place.folder, { cwd: clone, command: ['npm', 'start'], env: asTypedByHand(), until: /Ctrl-C/ });
    try {
      execFileSync('git', ['clone', '--quiet', '--no-hardlinks', `file://${house}`, clone]);
      const bare = await npmStart();
      say(`  bare clone ${round(bare.tookMs / 1_000)} s`);
      await bare.stop();
      const seconds: number[] = [];
      for (let turn = 0; turn < (short ? 1 : 4); turn += 1) {
        const again = await npmStart();
        seconds.push(again.tookMs / 1_000);
        await again.stop();
      }
      const last = await npmStart();
      seconds.push(last.tookMs / 1_000);
      await new Promise((done) => setTimeout(done, short ? 15_000 : 60_000));
      const all = processesOf(place.folder).map((pid) => ({ pid, words: wordsOf(pid) }));
      const launchers = all.filter(({ words }) => /\bnpm\b|on-node-24/.test(words));
      const programs = all.filter((each) => !launchers.includes(each));
      for (const { pid, words } of programs) say(`  ${round(pssMegabytes([pid]))} MB ${words.slice(0, 80)}`);
      const megabytes = pssMegabytes(programs.map(({ pid }) => pid));
      const besides = pssMegabytes(launchers.map(({ pid }) => pid));
      await last.stop();
      return [
        atMost('bare clone to accounts printed', bare.tookMs / 1_000, 120, 's'),
        atMost(`second start, middle of ${seconds.length}`, median(seconds), 5, 's'),
        atMost('idle memory of program and database (PSS)', megabytes, 350, 'MB'),
        told('npm and launcher beside them', `${round(besides)} MB`),
      ];
    } finally {
      await place.remove();
      rmSync(clone, { recursive: true, force: true });
    }
  },
};

/** What `npm run` put into our environment is not there when somebody types the command; neither is our Node. */
function asTypedByHand(): Record<string, string | undefined> {
  const ours = /^npm_(?:package|lifecycle|command|execpath|node_execpath|config_local_prefix)|^INIT_CWD$|^NODE_ENV$/;
  const env: Record<string, string | undefined> = Object.fromEntries(
    Object.keys(process.env).flatMap((name) => (ours.test(name) ? [[name, undefined]] : [])),
  );
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(house));
  return { ...env, NODE_ENV: undefined, PATH: path.join(delimiter) };
}

const wordsOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
