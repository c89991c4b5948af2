import { wilson } from '@opengoa/kernel/wilson';
import { intermittentDemand } from '../../methods/services/intermittent-demand.ts';
import { satisfactionBounds } from '../../methods/services/satisfaction.ts';
import { breachChance, stillOpen } from '../../methods/services/time-to-close.ts';
import { waiting } from '../../methods/services/waiting.ts';
import { type Answers, found } from './case.ts';

export const services: Answers = {
  'service.croston': (input) => {
    const demand = found(intermittentDemand(input.nums('y'), input.num('alpha')));
    return { z: demand.size, p: demand.interval, croston: demand.croston, sba: demand.corrected };
  },
  'service.erlang_c': (input) => {
    const desk = found(
      waiting(
        input.num('arrivals_per_hour'),
        input.num('minutes_each'),
        input.num('staff'),
        input.num('target_wait_min'),
      ),
    );
    return { offered_load: desk.offeredLoad, P_wait: desk.chanceToWait, P_wait_gt_10min: desk.chanceToWaitLonger };
  },
  'service.wilson': (input) => {
    const [lower, upper] = wilson(input.num('good'), input.num('n'));
    return { lower, upper };
  },
  'service.satisfaction_bounds': (input) => {
    const share = found(satisfactionBounds(input.num('sent'), input.num('answered'), input.num('satisfied')));
    return {
      among_answered: share.amongAnswered,
      worst_case_lower: share.lowest,
      best_case_upper: share.highest,
    };
  },
  'service.kaplan_meier_sla': (input) => {
    const closed = input.nums('closed(0=open)');
    const { steps } = found(stillOpen(input.nums('days').map((days, i) => ({ days, closed: closed[i] === 1 }))));
    const due = input.num('sla_days');
    return {
      S: steps.map(({ days, share }) => [days, share]),
      P_breach_at_open: breachChance(steps, due),
      P_breach_given_open_at_day5: breachChance(steps, due, 5),
    };
  },
};
