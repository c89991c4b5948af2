/**
 * The figures of the product, each beside its floor in the same run.
 *
 *   npm run bench [-- name …] [-- --short] [-- --json]
 *
 * Names: verb list landing search asset-list asset-landing asset-search large-house sealer start first-load kill dispatch positions readings month-by-building year-of-quarter-hours import import-cards fact-to-finding city-kits stocktake matching allocation what-if assignment rules baseline-fit. Exits 1 when a target is missed. Security is on in every one of them:
 * sessions, rights, row-level security, Record and facts are those of the program.
 */
import { parseArgs } from 'node:util';
import type { Asked, Figure, Line } from './figure.ts';
import { allocation } from './figures/allocation.ts';
import { assignment } from './figures/assignment.ts';
import { baselineFit } from './figures/baseline-fit.ts';
import { assetLanding, assetList, assetSearch } from './figures/cards.ts';
import { cityKits } from './figures/city-kits.ts';
import { dispatch } from './figures/dispatch.ts';
import { factToFinding } from './figures/fact-to-finding.ts';
import { firstLoad } from './figures/first-load.ts';
import { importCards } from './figures/import-cards.ts';
import { importing } from './figures/import.ts';
import { kill } from './figures/kill.ts';
import { largeHouse } from './figures/large-house.ts';
import { landing, listPage } from './figures/list.ts';
import { matching } from './figures/matching.ts';
import { monthByBuilding } from './figures/month-by-building.ts';
import { positions } from './figures/positions.ts';
import { readings } from './figures/readings.ts';
import { rules } from './figures/rules.ts';
import { search } from './figures/search.ts';
import { sealer } from './figures/sealer.ts';
import { start } from './figures/start.ts';
import { stocktake } from './figures/stocktake.ts';
import { verb } from './figures/verb.ts';
import { whatIf } from './figures/what-if.ts';
import { yearOfQuarterHours } from './figures/year-of-quarter-hours.ts';
import { loadLine, machineLine } from './machine.ts';

const figures: readonly Figure[] = [
  verb,
  listPage,
  landing,
  search,
  assetList,
  assetLanding,
  assetSearch,
  largeHouse,
  sealer,
  start,
  firstLoad,
  kill,
  dispatch,
  positions,
  readings,
  monthByBuilding,
  yearOfQuarterHours,
  importing,
  importCards,
  factToFinding,
  cityKits,
  stocktake,
  matching,
  allocation,
  whatIf,
  assignment,
  rules,
  baselineFit,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !figures.some((figure) => figure.name === name));
if (unknown.length > 0) {
  console.error(`no figure ${unknown.join(', ')}; there are ${figures.map(({ name }) => name).join(' ')}`);
  process.exit(2);
}
const wanted = positionals.length === 0 ? figures : figures.filter(({ name }) => positionals.includes(name));
const asked: Asked = { short: values.short, say: (line) => console.error(line) };

console.log(`${new Date().toISOString()}  ${machineLine()}\n${loadLine()}${asked.short ? '  short form' : ''}`);
const measured: { name: string; lines: readonly Line[] }[] = [];
for (const figure of wanted) {
  console.error(`${figure.name}: ${figure.title}`);
  const lines = await figure.measure(asked).catch((fault: Error): Line[] => {
    console.error(fault);
    return [{ what: 'not measured', measured: fault.message.split('\n', 1)[0]!, target: '', ok: false }];
  });
  measured.push({ name: figure.name, lines });
  console.log(`\n${figure.title}   (${loadLine()})`);
  for (const line of lines) console.log(drawn(line));
}
const missed = measured.flatMap(({ lines }) => lines.filter(({ ok }) => !ok));
if (values.json) console.log(JSON.stringify(measured));
console.log(missed.length === 0 ? '\nall targets met' : `\n${missed.length} targets missed`);
process.exit(missed.length === 0 ? 0 : 1);

function drawn({ what, measured: value, floor, target, ok }: Line): string {
  const mark = target === '' ? ' ' : ok ? '+' : 'X';
  return `${mark} ${what.padEnd(46)} ${value.padStart(18)} ${(floor === undefined ? '' : `floor ${floor}`).padEnd(24)} ${target}`;
}
