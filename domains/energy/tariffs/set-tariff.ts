import { refuse, verb } from '@opengoa/kernel';
import { SetTariff, TariffSet } from './contract.ts';
import { hoursOfSeasons } from './tariff.ts';
import { bands } from './words.zh.ts';

/**
 * 登记分时电价: periods and prices of electricity from a day on, at a unit and for all below it that have none of their own. A later word for the
 * same day replaces it; nothing is overwritten.
 */
export const setTariff = verb('energy.set-tariff', {
  title: { zh: '登记分时电价', en: 'Set a tariff' },
  input: SetTariff,
  who: ['energy-clerk'],
  facts: [TariffSet],
  refusals: ['periods-not-whole', 'band-without-price'],
  load: async () => ({}),
  at: (_known, { unit }) => ({ unit }),
  decide(_known, { unit, ...body }) {
    const made = hoursOfSeasons(body.seasons);
    if (!('hours' in made)) return refuse('periods-not-whole', made);
    const used = new Set(body.seasons.flatMap(({ stretches }) => stretches.map(({ band }) => band)));
    const lacking = [...used].find((band) => !body.prices.some((price) => price.band === band));
    if (lacking !== undefined) return refuse('band-without-price', { band: { ...bands[lacking] } });
    return [TariffSet.of({ object: { kind: 'energy.tariff', id: unit }, unit, body })];
  },
});
