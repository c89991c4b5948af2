import { matchWhole } from '../../domains/assets/matching/match-whole.ts';
import { type Demand, type Idle, projectRules } from '../../domains/assets/matching/demand.ts';
import { solve } from '@opengoa/kernel/solve';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { atMost, told, type Figure, type Line } from '../figure.ts';
import { median } from '../median.ts';
import { seeded } from '@opengoa/kernel/seeded';

const mostSeconds = 30;
const searchSeconds = 25;

/**
 * The best for a province: 2,000 demands and 5,000 idle things in 40 kinds, some of which everybody wants; batches among them. Searches in two
 * threads; the gap is over all pairs that would do.
 */
export const matching: Figure = {
  name: 'matching',
  title: 'Idle things to demands of the whole tree: 2,000 demands, 5,000 idle things',
  async measure({ short }) {
    const seconds: number[] = [];
    const lines: Line[] = [];
    for (let seed = 1; seed <= (short ? 1 : 3); seed += 1) {
      const question = wholeTree(seed);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const begin = performance.now();
      const found = await matchWhole(question, solve, searchSeconds);
      seconds.push((performance.now() - begin) / 1000);
      delay.disable();
      const gap = found.gap === null ? 'unknown' : `${(100 * found.gap).toFixed(3)} %`;
      lines.push(
        told(
          `tree ${seed}: ${found.admissible.toLocaleString('en')} pairs would do`,
          `${seconds.at(-1)!.toFixed(1)} s`,
        ),
        told(`  gap ${gap}${found.cutShort ? ', cut short' : ''}`, `${found.pieces} pieces`),
        told('  saved, beside going down the list', yuan(found.savedFen), yuan(found.greedy.savedFen)),
        told('  urgent pieces, beside the list', String(found.urgentPieces), String(found.greedy.urgentPieces)),
        told('  event loop held at most', `${Math.round(delay.max / 1e6)} ms`),
      );
    }
    return [
      atMost(`slowest of ${seconds.length}`, Math.max(...seconds), mostSeconds, 's'),
      told('median', `${median(seconds).toFixed(1)} s`),
      ...lines,
    ];
  },
};

const yuan = (fen: number): string => `¥${Math.round(fen / 100).toLocaleString('en')}`;

function wholeTree(seed: number) {
  const random = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor((to - from + 1) * random());
  const among = <Thing>(things: readonly Thing[]): Thing => things[whole(0, things.length - 1)]!;
  // Some kinds are asked for far more often than others.
  const kinds = Array.from({ length: 40 }, (_, i) => ({
    class: `A0${1 + (i % 5)}${String(10 + i)}01`,
    priceFen: 20_000 * whole(1, 60),
  }));
  const kind = () => kinds[Math.floor(kinds.length * random() ** 1.6)]!;
  const spot = () => ({ latitude: 29 + 2 * random(), longitude: 116 + 2 * random() });
  const units = Array.from({ length: 300 }, (_, i) => ({ id: `unit-${i}`, at: i % 12 === 11 ? null : spot() }));
  const demands = Array.from({ length: 2_000 }, (_, i): Demand => {
    const { class: code, priceFen } = kind();
    const unit = among(units);
    return {
      id: `demand-${i}`,
      unit: unit.id,
      class: code,
      item: '',
      pieces: random() < 0.3 ? whole(2, 40) : 1,
      urgent: random() < 0.12,
      needBy: '2026-12-31',
      until: random() < 0.2 ? '2027-06-30' : null,
      at: unit.at,
      newPriceFen: Math.round(priceFen * (0.8 + 0.5 * random())),
      worstCondition: among(['good', 'worn', 'worn']),
      leastLifeYears: whole(2, 8),
      least: random() < 0.3 ? { size: whole(1, 4) } : {},
      allowed: random() < 0.2 ? whole(0, 20) : null,
      security: random() < 0.05 ? 'restricted' : 'open',
    };
  });
  const idle = Array.from({ length: 5_000 }, (_, i): Idle => {
    const { class: code, priceFen } = kind();
    const unit = among(units);
    return {
      id: `idle-${i}`,
      unit: unit.id,
      number: `ZC-${i}`,
      name: '',
      class: code,
      item: '',
      pieces: random() < 0.2 ? whole(2, 30) : 1,
      condition: among(['new', 'good', 'good', 'worn', 'worn', 'repairable']),
      lifeYearsLeft: random() < 0.1 ? null : whole(0, 12),
      at: unit.at,
      freeFrom: random() < 0.1 ? '2027-02-01' : '2026-11-01',
      freeUntil: random() < 0.1 ? '2027-08-01' : null,
      refurbishFen: random() < 0.3 ? Math.round(0.2 * priceFen * random()) : 0,
      specification: { size: whole(1, 5) },
      security: random() < 0.04 ? 'secret' : 'open',
    };
  });
  return { demands, idle, rules: projectRules, refused: new Set<string>() };
}
