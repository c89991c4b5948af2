/**
 * `npm run requirements`: which security and reliability requirement is shown by which test.
 *
 *     npm run requirements              the table; fails when a Must is missing
 *     npm run requirements -- --report  the table alone
 *     npm run requirements -- --json
 *
 * Tests that a report of `npm test` tells of are passed, failed or skipped; others are read from the sources and called `written`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHouse } from '../checks/house.ts';
import { evidenceOfReport, evidenceOfSource, type Evidence } from './requirements/evidence.ts';
import { isUnmet, judgeRequirements, readRequirements, type State } from './requirements/judge-requirements.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
if (words.includes('--help')) {
  console.log('npm run requirements [-- --report] [--json]');
  process.exit(0);
}

const reports = join(root, 'node_modules', '.test-reports');
const reported: Evidence[] = existsSync(reports)
  ? readdirSync(reports)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => evidenceOfReport(JSON.parse(readFileSync(join(reports, name), 'utf8')), root))
  : [];
const seen = new Set(reported.map(({ file }) => file));
// The rules of `npm run check` report under one name.
const isRule = (path: string) => path.startsWith('checks/') && !path.endsWith('.test.ts');
const written = readHouse(root)
  .sources.filter(({ path }) => /\.test\.tsx?$/.test(path) || isRule(path))
  .filter(({ path }) => !seen.has(path) && !(isRule(path) && seen.has('checks/all.ts')))
  .flatMap(({ path, text }) => evidenceOfSource(path, text));

const judged = judgeRequirements(readRequirements(readFileSync(join(root, 'docs', 'requirements.yaml'), 'utf8')), [
  ...reported,
  ...written,
]);
const unmet = judged.filter(isUnmet);
const count = (state: State) => judged.filter((each) => each.state === state).length;

if (words.includes('--json')) console.log(JSON.stringify(judged, null, 2));
else {
  const file = ({ files }: (typeof judged)[number]) =>
    files.length > 1 ? `${files[0]} +${files.length - 1}` : (files[0] ?? '');
  const width = Math.max(...judged.map((each) => file(each).length));
  for (const each of judged)
    console.log(
      `${each.id.padEnd(10)} ${each.level.padEnd(6)} ${each.state.padEnd(7)} ${String(each.tests || '').padStart(3)} ${file(each).padEnd(width)}  ${each.title}`,
    );
  console.log(
    `\n${judged.length} requirements: passed ${count('passed')}, written and not run ${count('written')}, failed ${count('failed')}, skipped ${count('skipped')}, missing ${count('missing')}; Must not met: ${unmet.length}`,
  );
}
process.exitCode = unmet.length > 0 && !words.includes('--report') ? 1 : 0;
