/**
 * `npm run check`: types, lint, format and the rules of the house, in well under a minute.
 *
 *     npm run check                 everything
 *     npm run check -- walls links  only what has one of the words in its title
 *     npm run check -- --json       the outcome as JSON
 *     npm run check -- --all        also what is worth knowing and no reason to fail
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allChecks } from '../checks/all.ts';
import { judge, wherever, type Outcome } from '../checks/check.ts';
import { readHouse } from '../checks/house.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
if (words.includes('--help')) {
  console.log('npm run check [-- <word of a title> …] [--json] [--all]');
  process.exit(0);
}
const json = words.includes('--json');
const all = words.includes('--all');
const asked = words.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const isAsked = (title: string) => asked.length === 0 || asked.some((word) => title.toLowerCase().includes(word));

/** A tool of its own process; what it printed is shown when it fails. */
interface Tool {
  readonly title: string;
  readonly command: readonly string[];
  /** What its output counts as one problem. */
  readonly problem: RegExp;
}

const installed = (name: string) => join(root, 'node_modules', name);
const tools: readonly Tool[] = [
  {
    title: 'Types: tsc',
    // Each checker keeps types of its own: four of them take as many gigabytes.
    command: [installed('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '--checkers', '2'],
    problem: /^\S.*error TS\d+/gm,
  },
  {
    title: 'Lint: oxlint with types',
    command: [installed('oxlint/bin/oxlint'), '--type-aware', '--quiet', '--format=unix'],
    problem: /^\S+:\d+:\d+: /gm,
  },
  {
    title: 'Format: oxfmt (mend with npx oxfmt)',
    command: [installed('oxfmt/bin/oxfmt'), '--check'],
    problem: /\(\d+ms\)$/gm,
  },
];

async function runTool({ title, command, problem }: Tool): Promise<Outcome> {
  const began = performance.now();
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  const code = await new Promise<number>((done) => {
    child.once('error', () => done(1));
    child.once('close', (exit) => done(exit ?? 1));
  });
  const lines = said.split('\n').filter((line) => new RegExp(problem.source).test(line));
  const problems = code === 0 ? [] : (lines.length > 0 ? lines : [said.trim()]).map((says) => ({ path: '', says }));
  return { title, passed: code === 0, examined: 1, of: 'runs', problems, milliseconds: performance.now() - began };
}

function show(outcome: Outcome): void {
  const { title, passed, milliseconds, problems, remarks = [], examined, of } = outcome;
  const counted = of === 'runs' ? '' : `  ${examined} ${of}`;
  console.log(`${passed ? '✓' : '✗'} ${title}${counted}  ${(milliseconds / 1000).toFixed(1)} s`);
  for (const problem of problems.slice(0, 50))
    console.log(`    ${problem.path === '' ? '' : `${wherever(problem)}: `}${problem.says}`);
  if (problems.length > 50) console.log(`    … and ${problems.length - 50} more`);
  if (all) for (const remark of remarks) console.log(`    · ${remark}`);
}

/** In Vitest's JSON form, so that `npm run requirements` reads one kind of report. */
function keepReport(outcomes: readonly Outcome[]): void {
  const folder = installed('.test-reports');
  mkdirSync(folder, { recursive: true });
  const assertionResults = outcomes.map(({ title, passed, problems }) => ({
    status: passed ? 'passed' : 'failed',
    title,
    fullName: title,
    ancestorTitles: [],
    failureMessages: problems.map(({ says }) => says),
  }));
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  writeFileSync(
    join(folder, 'check.json'),
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: outcomes.length - passed,
      numPendingTests: 0,
      numTodoTests: 0,
      success: passed === outcomes.length,
      testResults: [
        {
          name: join(root, 'checks', 'all.ts'),
          status: passed === outcomes.length ? 'passed' : 'failed',
          assertionResults,
        },
      ],
    }),
  );
}

// The tools are processes of their own and run while this one reads the house.
const running = tools.filter(({ title }) => isAsked(title)).map(runTool);
const house = readHouse(root);
const outcomes: Outcome[] = [];
const settle = (outcome: Outcome) => {
  outcomes.push(outcome);
  if (!json) show(outcome);
};
for (const check of allChecks.filter(({ title }) => isAsked(title))) settle(await judge(check, house));
for (const outcome of running) settle(await outcome);

if (asked.length === 0) keepReport(outcomes);
const failed = outcomes.filter(({ passed }) => !passed);
if (json) console.log(JSON.stringify({ passed: failed.length === 0, outcomes }, null, 2));
else
  console.log(
    outcomes.length === 0
      ? `no check is called ${asked.join(' or ')}`
      : `checks: passed ${outcomes.length - failed.length}, failed ${failed.length}`,
  );
process.exitCode = failed.length > 0 || outcomes.length === 0 ? 1 : 0;
