import { benefitReview } from '../../methods/systems/benefit-review.ts';
import { bigrams, cosine, counted, spread, tfIdf } from '../../methods/systems/character-grams.ts';
import { inspectionUse, useRates } from '../../methods/systems/use-of-system.ts';
import { type Answers, found } from './case.ts';

export const systems: Answers = {
  'is.usage': (input) => {
    const rates = found(
      useRates({
        entitledUsers: input.num('entitled_users'),
        activeUsersOfMonth: input.num('mau'),
        activeUsersOfDayMean: input.num('dau_mean'),
        itemsInAll: input.num('business_items_total'),
        itemsThroughSystem: input.num('business_items_through_system'),
        costOfYear: input.num('annual_cost'),
      }),
    );
    return {
      mau_rate: rates.reach,
      stickiness: rates.stickiness,
      through_rate: rates.through,
      cost_per_active_user: rates.costPerActiveUser,
      cost_per_item: rates.costPerItem,
    };
  },
  'is.inspection_spike': (input) => {
    const use = found(inspectionUse(input.nums('daily_active'), input.nums('inspection_days_index0')));
    return { share_in_window: use.share, ratio_to_median: use.overMedian };
  },
  'is.tfidf_bigram_cosine': (input) => {
    const texts = input.texts('docs').map((text) => counted(bigrams(text)));
    const [first, ...others] = tfIdf(texts);
    const [cos_01, cos_02, cos_03] = others.map((other) => cosine(first!, other));
    return { cos_01, cos_02, cos_03, vocabulary: spread(texts).size };
  },
  'is.benefit_review': (input) => {
    const review = found(
      benefitReview(input.nums('planned_saving'), input.nums('actual_saving'), input.nums('cost'), input.num('rate')),
    );
    return { npv_planned: review.npvPlanned, npv_actual: review.npvActual, realisation: review.realisation };
  },
};
