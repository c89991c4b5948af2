import type { Check } from './check.ts';
import { cataloguedColumns } from './columns/catalogued-columns.ts';
import { billIsCurrent, licences } from './bill-of-materials.ts';
import { circles } from './circles.ts';
import { emptyWords } from './empty-words.ts';
import { deadFiles } from './dead-files.ts';
import { links } from './links.ts';
import { longFiles } from './long-files.ts';
import { names } from './names.ts';
import { noSurveillance } from './no-surveillance.ts';
import { referenceIsCurrent } from './reference-is-current.ts';
import { riskCases } from './risk-cases.ts';
import { sourcedStandards } from './sourced-standards.ts';
import { disclosure, installScripts, knownBadLibraries, lockFileEntries } from './supply-chain.ts';
import { testedVerbs } from './tested-verbs.ts';
import { toldDependencies } from './told-dependencies.ts';
import { contracts, oneTruth, walls } from './walls.ts';
import { serverReach, webReach } from './web-reach.ts';
import { wordedRefusals } from './worded-refusals.ts';

/** The house rules that matter. Each has a test beside it that shows it can fail; one that nobody would miss can go. */
export const allChecks: readonly Check[] = [
  walls,
  contracts,
  oneTruth,
  webReach,
  serverReach,
  circles,
  deadFiles,
  testedVerbs,
  wordedRefusals,
  emptyWords,
  noSurveillance,
  sourcedStandards,
  cataloguedColumns,
  riskCases,
  names,
  longFiles,
  links,
  referenceIsCurrent,
  lockFileEntries,
  installScripts,
  billIsCurrent,
  licences,
  toldDependencies,
  knownBadLibraries,
  disclosure,
];
