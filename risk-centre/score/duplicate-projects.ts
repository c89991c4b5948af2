/** Duplicate projects on a made-up library: no file of plans with known duplicates is published. Nothing is trained; seeds are fixed. */
import { seeded } from '@opengoa/kernel/seeded';
import { libraryOf } from '../methods/systems/duplicate-projects.ts';
import { inFirstForm, projectWords } from '../methods/systems/project-words.ts';
import { type Changes, madeLibrary, type MadeLibrary, wordings } from './made-projects.ts';
import { recallAt5, simpleLikenesses } from './project-baselines.ts';
import { type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const projectScore: Score = {
  name: 'duplicate-projects',
  about: 'which plans of information systems say what another one says (duplicate-projects)',
  lines,
  remarks: [
    'Constructed: plans and paraphrases are made by a seeded generator (score/made-projects.yaml), since no library of real plans with known duplicates is published.',
    'All changes at once: another unit, passages in another order, 70 % of the words that have another wording, other boiler-plate, other numbers, one function left out and one put in.',
  ],
};

const size = 2_000;
const copies = 200;
const all: Changes = { order: true, words: 0.7, filler: 4, numbers: true, owner: true, items: 1 };

function* lines(): Generator<ScoreLine> {
  const words = projectWords();
  const isKnown = (a: string, b: string) => inFirstForm(a, words) === inFirstForm(b, words);
  const share = wordings().filter(([a, b]) => isKnown(a, b)).length / wordings().length;
  const worlds: readonly (readonly [name: string, changes: Changes, target: boolean, own?: number])[] = [
    ['passages in another order', { order: true }, false],
    ['other boiler-plate', { filler: 4 }, false],
    ['other numbers and unit', { numbers: true, owner: true }, false],
    ['70 % of words, wordings the list knows', { words: 0.7, wording: isKnown }, false],
    ['70 % of words, wordings the list does not know', { words: 0.7, wording: (a, b) => !isKnown(a, b) }, false],
    [`all at once (${Math.round(100 * share)} % of the wordings known)`, all, true],
    ['all at once, only wordings the list does not know', { ...all, wording: (a, b) => !isKnown(a, b) }, false],
    ['all at once, a hundred plans of a kind share nearly all functions', all, false, 2],
  ];
  for (const [name, changes, target, own] of worlds) yield* ofWorld(name, changes, target, own);
  yield inSeconds();
}

function* ofWorld(name: string, changes: Changes, target: boolean, own?: number): Generator<ScoreLine> {
  const { plans, kinds, pairs } = madeLibrary(size, copies, changes, seeded(20_261_123), own);
  const library = libraryOf(plans, projectWords());
  const answers = pairs.map(([again, of]) => {
    const answer = library.like(again, 5);
    return answer.status === 'ok' ? answer.found.find(({ other }) => other === plans[of]) : undefined;
  });
  const recall = answers.filter(Boolean).length / pairs.length;
  const set = `constructed, ${size} plans, ${copies} paraphrases: ${name}`;
  yield scoreLine({
    set,
    metric: 'recall@5',
    ours: recall.toFixed(3),
    baselines: target ? baselinesOf(plans, pairs) : '',
    published: 'none on known data',
    target: target ? '>= 0.900' : '',
    ok: recall >= 0.9,
  });
  if (!target) return;
  yield scoreLine({
    set,
    metric: `paraphrases flagged (limit ${library.limit.toFixed(2)})`,
    ours: (answers.filter((each) => each?.flag).length / pairs.length).toFixed(3),
  });
  const place = new Map(plans.map((plan, at) => [plan, at]));
  const flagged = [...plans.keys()].slice(0, 400).flatMap((at) => {
    const answer = library.like(at, 5);
    return answer.status === 'ok'
      ? answer.found.filter(({ flag }) => flag).map((like) => [at, place.get(like.other)!])
      : [];
  });
  const other = flagged.filter(([a, b]) => kinds[a!] !== kinds[b!]).length;
  yield scoreLine({
    set,
    metric: 'flagged pairs of 400 plans that are systems of different kinds',
    ours: `${other} of ${flagged.length}`,
  });
}

function baselinesOf(plans: MadeLibrary['plans'], pairs: MadeLibrary['pairs']): string {
  return Object.entries(simpleLikenesses(plans))
    .map(([way, likeness]) => `${way} ${recallAt5(pairs, plans.length, likeness).toFixed(3)}`)
    .join(', ');
}

/** Seconds for all, where every twentieth was asked. */
function inSeconds(): ScoreLine {
  const { plans } = madeLibrary(20_000, 2_000, all, seeded(7));
  const begin = performance.now();
  const library = libraryOf(plans, projectWords());
  const indexed = performance.now();
  for (let at = 0; at < plans.length; at += 20) library.like(at, 5);
  const seconds = (indexed - begin + 20 * (performance.now() - indexed)) / 1000;
  return scoreLine({
    set: 'constructed, 20,000 plans',
    metric: 'each compared with all, seconds (every twentieth was asked)',
    ours: seconds.toFixed(0),
  });
}
