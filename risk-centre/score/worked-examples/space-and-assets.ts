import { assignAtOnce, solveProgram } from '@opengoa/kernel/solve';
import { type Demand, type Idle, projectRules } from '../../../domains/assets/matching/demand.ts';
import { judgePair } from '../../../domains/assets/matching/judge-pair.ts';
import { matchBucket } from '../../../domains/assets/matching/match-bucket.ts';
import { chapman } from '../../../domains/assets/stocktake/chapman.ts';
import { judgePlacing } from '../../../domains/space/allocation/judge-placing.ts';
import { planAllocation } from '../../../domains/space/allocation/plan-allocation.ts';
import { type AllocationQuestion, projectWeights } from '../../../domains/space/allocation/question.ts';
import { cappedEvidence, likelihoodOfUse, posteriorOfUse } from '../../../domains/space/methods/vacancy-likelihood.ts';
import { roomExcess } from '../../../domains/space/seating/excess.ts';
import { type Answers, type Given, sum } from './case.ts';

export const spaceAndAssets: Answers = {
  'space.room_over_standard': (input) => ({
    excess_m2: input.each('rooms').map((room) => {
      const seats = room.each('occupants').map((occupant) => ({ capM2: occupant.num('cap'), toVacate: false }));
      return roomExcess({ areaM2: room.num('usable_m2'), bound: false }, seats, 0.5).excessM2;
    }),
  }),
  'space.vacancy_likelihood': (input) => {
    const states = {
      usedMedian: input.num('occupied_median_kWh_m2'),
      vacantMedian: input.num('vacant_median_kWh_m2'),
      logSpread: input.num('log_sd'),
    };
    const ratios = input.nums('months_kWh_m2').map((month) => likelihoodOfUse(month, states));
    const prior = input.num('prior_occupied');
    return {
      llr_each: ratios,
      posterior_occupied_independent: posteriorOfUse(prior, sum(ratios)),
      posterior_capped_llr_3_total: posteriorOfUse(prior, cappedEvidence(ratios, 3)),
    };
  },
  'space.chapman': (input) => {
    const all = chapman(input.num('book_count'), input.num('physical_count'), input.num('in_both'));
    if (!all) throw new Error('nothing in common');
    return { N_hat: all.total, se: all.error, never_recorded_estimate: all.onNeither };
  },
  'space.assignment': (input) => {
    const rows = input.rows('cost(4 idle assets x 3 requests)');
    const values = Float64Array.from(rows.flat());
    const { columnOf, total } = assignAtOnce({ rows: rows.length, columns: rows[0]!.length, values });
    return { pairs: [...columnOf].flatMap((column, row) => (column < 0 ? [] : [[row, column]])), total };
  },
  'space.reallocation_value': reallocation,
  'space.mip': allocation,
};

async function reallocation(input: Given) {
  const worth = input.raw['net_value(k yuan, null=infeasible)'] as readonly (readonly (number | null)[])[];
  const at = { latitude: 30, longitude: 117 };
  const shared = { class: 'A05010201', item: '会议桌', pieces: 1, at, security: 'open' } as const;
  const demands = worth[0]!.map((_, j): Demand => ({
    ...shared,
    id: `demand-${j}`,
    unit: 'school',
    urgent: false,
    needBy: '2026-12-01',
    until: null,
    newPriceFen: 1_000_000,
    worstCondition: 'worn',
    leastLifeYears: 5,
    least: { [`fits-${j}`]: 1 },
    allowed: null,
  }));
  const things = worth.map((row, i): Idle => ({
    ...shared,
    id: `idle-${i}`,
    unit: 'bureau',
    number: `ZC-${i}`,
    name: '会议桌',
    condition: 'good',
    lifeYearsLeft: 9,
    freeFrom: '2026-11-01',
    freeUntil: null,
    refurbishFen: 0,
    specification: Object.fromEntries(row.flatMap((value, j) => (value === null ? [] : [[`fits-${j}`, 1]]))),
  }));
  const none = { handlingFen: 0, fenPerKm: 0, conditionPenalty: 0, kindPenalty: 0, lifePenalty: 0, fairShare: 0 };
  const rules = { ...projectRules, ...none };
  const pairs = worth.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const pair = judgePair(demands[j]!, things[i]!, rules);
      // What does not suit is no pair, by our rules as by the source's.
      return value === null || 'why' in pair ? [] : [{ ...pair, valueFen: Math.round(value * 100_000) }];
    }),
  );
  const matched = await matchBucket({ demands, idle: things, pairs }, rules, solveProgram, () => 5, {});
  const taken = [...matched.given.keys()];
  return {
    pairs: taken.map((pair) => [
      things.findIndex(({ id }) => id === pair.idle),
      demands.findIndex(({ id }) => id === pair.demand),
    ]),
    total: sum(taken.map(({ valueFen }) => valueFen)) / 100_000,
  };
}

async function allocation(input: Given) {
  const floors = input.nums('room_floor');
  const question: AllocationQuestion = {
    units: input.nums('need_m2').map((needM2, i) => ({
      id: `U${i}`,
      name: `U${i}`,
      needM2,
      people: Math.round(needM2 / 10),
      zone: 'open',
      near: [],
    })),
    rooms: input.nums('room_m2').map((areaM2, i) => ({
      id: `R${i}`,
      number: `R${i}`,
      areaM2,
      floor: `A-${floors[i]!}`,
      zone: 'open',
      today: null,
      fixed: null,
    })),
    floors: [...new Set(floors)].map((floor) => ({ id: `A-${floor}`, building: 'A', name: `A-${floor}` })),
    surplusCap: input.num('surplus_cap'),
    weights: { ...projectWeights, move: 0, emptyFloor: 0 },
  };
  const { cost, placing } = await planAllocation(question, solveProgram, 10);
  const judged = judgePlacing(question, placing);
  return {
    objective: cost,
    assignment_unit_by_room: question.units.map(({ id }) =>
      question.rooms.map((room) => Number(placing.get(room.id) === id)),
    ),
    shortfall: question.units.map(({ id }) => judged.units.find(({ unit }) => unit === id)?.shortM2),
  };
}
