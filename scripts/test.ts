/**
 * `npm test`: everything CI runs, in order from quick to slow: types, lint and walls; unit; database; journeys with a browser.
 * A part that fails does not keep the later ones from running. The last line is `passed N, failed N, skipped N`.
 *
 * `npm test -- <words>` runs only the test files whose path holds one of the words, without the checks.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, howToGetChromium } from './chromium.ts';
import { countReport, failuresIn, type Counts } from './count-report.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Vitest's JSON reports of the last run, for `npm run requirements`. */
const reports = join(root, 'node_modules', '.test-reports');
const filters = process.argv.slice(2);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

interface Outcome extends Counts {
  readonly part: string;
  readonly seconds: number;
}

const failures: string[] = [];
let running: ChildProcess | undefined;
let stopped = false;
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    stopped = true;
    running?.kill(name);
  });
}

async function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  running = child;
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

async function checks(): Promise<Counts> {
  const code = await run(['scripts/check.ts']);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function tests(project: string, env: Record<string, string> = {}): Promise<Counts> {
  const report = join(reports, `${project}.json`);
  const args = [
    vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--reporter=${join(root, 'scripts', 'tell-at-once.ts')}`,
    `--outputFile.json=${report}`,
  ];
  const code = await run([...args, ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : [])], env);
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  failures.push(...failuresIn(told));
  return countReport(told, code);
}

async function timed(part: string, work: () => Promise<Counts>): Promise<Outcome> {
  console.log(`\n── ${part} ──`);
  const began = Date.now();
  const counts = await work();
  return { part, ...counts, seconds: (Date.now() - began) / 1000 };
}

async function journeys(): Promise<Counts> {
  const chromium = ensureChromium((line) => console.log(line));
  if (chromium) return tests('journeys', { CHROMIUM_PATH: chromium });
  console.log(howToGetChromium);
  return tests('journeys');
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const parts: [string, () => Promise<Counts>][] = [
  ...(filters.length > 0 ? [] : [['check', checks] satisfies [string, () => Promise<Counts>]]),
  ['unit', () => tests('unit')],
  ['database', () => tests('database')],
  ['journeys', journeys],
];
const outcomes: Outcome[] = [];
for (const [part, work] of parts) {
  if (!stopped) outcomes.push(await timed(part, work));
}

for (const each of failures) console.log(`\n✗ ${each}`);
console.log('\n── npm test ──');
for (const { part, passed, failed, skipped, seconds } of outcomes) {
  const mark = failed > 0 ? '✗' : '✓';
  console.log(
    `${mark} ${part.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s   passed ${passed}, failed ${failed}, skipped ${skipped}`,
  );
}
const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
const failed = sum((outcome) => outcome.failed) + (stopped ? 1 : 0);
if (stopped) console.log('中断 · interrupted');
process.exitCode = failed > 0 ? 1 : 0;
console.log(
  `passed ${sum((outcome) => outcome.passed)}, failed ${failed}, skipped ${sum((outcome) => outcome.skipped)}`,
);
