import type { TableShape } from '@opengoa/kernel/exchange';
import { placeRate } from '../../methods/safety/incident-rates.ts';
import { all, amount, insufficientAnswer, name, numberIn, textIn, toVerify } from '../columns-and-cells.ts';
import { type AnalysisMethod, SettingRefused } from '../method.ts';

const input: TableShape = {
  title: { zh: '各处事件数', en: 'events by place' },
  columns: {
    place: name('场所', 'Place', '地点', '单位'),
    events: amount('事件数', 'Events', '次数'),
    exposure: amount('暴露量（面积·天、人·天、台）', 'Exposure', '暴露', '基数'),
  },
};
const leastPlaces = 5;

/** Rates of places where few things happen (SF-03), each drawn towards all of them: a place with one event is no worse than the rest for that. */
export const incidentPlaces: AnalysisMethod = {
  name: 'incident-places',
  about: {
    zh: '各场所事件率：向总体收缩后高于总体若干倍的概率',
    en: 'How often things happen at each place, drawn towards all of them, and the chance that it lies above',
  },
  input,
  settings: {
    above: { zh: '高于总体几倍才提示（默认1.5）', en: 'times the rate of all above which is told (1.5)' },
  },
  output: ['place', 'raw', 'shrunk', 'all'],
  async *run(rows, _files, settings, tools) {
    const above = Number(settings['above'] ?? 1.5);
    if (!(above > 0)) throw new SettingRefused({ zh: '--above 须大于0。', en: '--above takes a number above 0.' });
    const places = (await all(rows)).flatMap((row) => {
      const exposure = numberIn(row, 'exposure')!;
      if (exposure > 0) return [{ place: textIn(row, 'place'), events: numberIn(row, 'events')!, exposure }];
      tools.passOver(row, { zh: '暴露量须大于0', en: 'exposure must be above 0' });
      return [];
    });
    const prior = priorOf(places);
    for (const { place, events, exposure } of places) {
      if (!prior) {
        yield insufficientAnswer({ place, raw: events / exposure, shrunk: null, all: null }, [
          {
            zh: `场所${places.length}处或事件过少，至少需要${leastPlaces}处且有事件`,
            en: `${places.length} places or hardly an event; ${leastPlaces} places with events are needed`,
            needed: leastPlaces,
            found: places.length,
          },
        ]);
        continue;
      }
      const found = placeRate(events, exposure, prior.shape, prior.rate, above * prior.mean);
      const chance = found.chanceAbove;
      const zh = `事件率${found.shrunk.toPrecision(3)}（原始${found.raw!.toPrecision(3)}，总体${prior.mean.toPrecision(3)}），高于总体${above}倍的概率${(100 * chance).toFixed(0)}%`;
      const en = `rate ${found.shrunk.toPrecision(3)} (raw ${found.raw!.toPrecision(3)}, all ${prior.mean.toPrecision(3)}), ${(100 * chance).toFixed(0)} % to be above ${above} times it`;
      const flag = chance > 0.8 ? 1 : 0;
      yield {
        values: { place, raw: found.raw, shrunk: found.shrunk, all: prior.mean },
        score: chance,
        flag,
        reason: flag ? toVerify(`${zh}。请核查该处前兆`, `${en}. Look for what went before`) : { zh, en },
      };
    }
  },
};

/** A gamma prior by moments: what of the scatter is more than chance is how much places differ. */
function priorOf(places: readonly { readonly events: number; readonly exposure: number }[]) {
  const events = places.reduce((sum, each) => sum + each.events, 0);
  const exposure = places.reduce((sum, each) => sum + each.exposure, 0);
  if (places.length < leastPlaces || events === 0) return null;
  const mean = events / exposure;
  const scatter = places.reduce((sum, each) => sum + each.exposure * (each.events / each.exposure - mean) ** 2, 0);
  const squares = places.reduce((sum, each) => sum + each.exposure ** 2, 0);
  const between = (scatter - (places.length - 1) * mean) / (exposure - squares / exposure);
  // Where places differ by chance alone the prior is narrow, and not without end.
  const variance = Math.max(between, mean ** 2 / 100);
  return { mean, shape: mean ** 2 / variance, rate: mean / variance };
}
