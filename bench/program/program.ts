/**
 * The program under measure: the real one, with the bench's own room beside the others and no pages.
 *
 *   node bench/program/program.ts <data folder> prepare <ledger> <rows>    raises the office, opens accounts, loads the ledger, stops
 *   node bench/program/program.ts <data folder> serve                      serves until its input ends or it is told to stop
 *
 * Prints one line of JSON when it is ready: { address, superUrl, pid, database }.
 */
import pino from 'pino';
import { readSettings } from '../../host/program/settings.ts';
import { runProgram } from '../../host/program/run-program.ts';
import repairs from '../repairs/domain.ts';
import { loadCards } from './load-cards.ts';
import { loadRepairs } from './load-repairs.ts';
import { raiseOffice } from './raise-office.ts';

const ledgers: Readonly<Record<string, typeof loadRepairs>> = { repairs: loadRepairs, cards: loadCards };
const [data, mode, ledger = '', rows] = process.argv.slice(2);
if (!data || (mode !== 'prepare' && mode !== 'serve')) throw new Error('program.ts <data folder> prepare|serve');
if (mode === 'prepare' && !ledgers[ledger]) throw new Error(`there is no ledger ${ledger}`);

const settings = readSettings({ ...process.env, OPENGOA_DATA: data, OPENGOA_PORT: '0', OPENGOA_DEMO: '0' });
const progress = (line: string) => console.error(`  ${line}`);
const program = await runProgram({
  settings,
  log: pino({ level: process.env['BENCH_LOG'] ?? 'warn' }, pino.destination(2)),
  progress: () => undefined,
  parts: new Set(mode === 'serve' ? (['server', 'worker', 'sealer'] as const) : []),
  pages: null,
  alsoRooms: [repairs],
  ...(mode === 'prepare'
    ? {
        before: async ({ kernel, urls }) => {
          progress('raising the office');
          await raiseOffice(kernel);
          await ledgers[ledger]!(urls.superuser!, Number(rows), progress);
        },
      }
    : {}),
});
if (mode === 'prepare') {
  await program.stop();
  process.exit(0);
}
console.log(
  JSON.stringify({
    address: program.address,
    superUrl: program.house.urls.superuser,
    pid: process.pid,
    database: program.house.cluster?.pid(),
  }),
);
const stop = async () => {
  await program.stop();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.stdin.on('end', () => void stop()).resume();
