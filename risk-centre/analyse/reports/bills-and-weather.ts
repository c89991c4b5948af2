import type { TableShape } from '@opengoa/kernel/exchange';
import { priceInBand } from '../../methods/reports/price-band.ts';
import { weatherSlope } from '../../methods/reports/weather-slope.ts';
import {
  all,
  amount,
  insufficientAnswer,
  maybeAmount,
  name,
  numberIn,
  textIn,
  toVerify,
} from '../columns-and-cells.ts';
import { type AnalysisMethod, SettingRefused } from '../method.ts';

const input: TableShape = {
  title: { zh: '各月用量与账单', en: 'months of use with their bills' },
  columns: {
    unit: name('单位', 'Unit', '表计'),
    period: name('月份（2026-01）', 'Month as 2026-01', '月份', '时期'),
    value: amount('用量', 'Use', '消费量', '填报值'),
    amount: maybeAmount('账单金额（元）', 'Bill in yuan', '金额', '电费'),
    expected: maybeAmount('按天气应有用量', 'Use that the weather lets expect', '基线', '期望用量'),
  },
};

/** A month's bill beside the tariff (AU-08), and a year beside what its weather lets expect (AU-11). */
export const billsAndWeather: AnalysisMethod = {
  name: 'bills-and-weather',
  about: {
    zh: '填报与账单、天气：单价是否在电价范围内，两年变化是否随天气',
    en: 'Reports beside bills and weather: whether the price lies in the tariff, and whether two years follow their weather',
  },
  input,
  settings: {
    lowest: {
      zh: '电价下限（元/千瓦时），不给则不核对单价',
      en: 'lowest price of the tariff, yuan; without it prices are not judged',
    },
    highest: { zh: '电价上限（元/千瓦时）', en: 'highest price of the tariff, yuan' },
  },
  output: ['unit', 'period', 'pattern', 'value', 'limit'],
  async *run(rows, _files, settings, tools) {
    const band = bandOf(settings['lowest'], settings['highest']);
    const known = (await all(rows)).filter((row) => {
      const whole = numberIn(row, 'value')! > 0 && /^\d{4}-(0[1-9]|1[0-2])$/.test(textIn(row, 'period'));
      if (!whole) tools.passOver(row, { zh: '用量须大于0，月份写成2026-01', en: 'use above 0, months as 2026-01' });
      return whole;
    });
    for (const [unit, own] of Map.groupBy(known, (row) => textIn(row, 'unit'))) {
      for (const row of own) {
        const bill = numberIn(row, 'amount');
        if (!band || bill === null) continue;
        const { price, inside } = priceInBand(numberIn(row, 'value')!, bill, band);
        const zh = `账单折合单价${price.toFixed(4)}元，电价范围${band[0]}至${band[1]}元`;
        const en = `the bill comes to ${price.toFixed(4)} yuan, the tariff lies between ${band[0]} and ${band[1]}`;
        yield {
          values: { unit, period: textIn(row, 'period'), pattern: 'price', value: price, limit: band.join('-') },
          score: inside ? 0 : Math.min(1, 0.5 + Math.abs(Math.log(price / (price < band[0] ? band[0] : band[1])))),
          flag: inside ? 0 : 1,
          reason: inside
            ? { zh, en }
            : toVerify(`${zh}。请核对用量与账单`, `${en}. Hold use and bill against each other`),
        };
      }
      const byPeriod = new Map(own.map((row) => [textIn(row, 'period'), row]));
      const years = [...new Set(own.map((row) => Number(textIn(row, 'period').slice(0, 4))))].toSorted((a, b) => a - b);
      for (const year of years.slice(1)) {
        const pairs = own.flatMap((row) => {
          const month = textIn(row, 'period');
          const last = byPeriod.get(`${year - 1}${month.slice(4)}`);
          const [now, then] = [numberIn(row, 'expected'), last ? numberIn(last, 'expected') : null];
          return month.startsWith(`${year}-`) && last && now && then
            ? [{ row, last, expected: [now, then] as const }]
            : [];
        });
        const values = { unit, period: String(year), pattern: 'weather', value: null, limit: '0.6' };
        const found = weatherSlope(
          pairs.map(({ row }) => numberIn(row, 'value')!),
          pairs.map(({ last }) => numberIn(last, 'value')!),
          pairs.map(({ expected }) => expected),
        );
        if (found.status !== 'ok') {
          yield insufficientAnswer(values, found.reasons);
          continue;
        }
        const flag = found.p < 0.01 ? 1 : 0;
        const zh = `两年变化对天气的斜率${found.slope.toFixed(2)}（实际用能接近1），p=${found.p.toPrecision(2)}`;
        const en = `slope on the weather ${found.slope.toFixed(2)} (near 1 where use is real), p=${found.p.toPrecision(2)}`;
        yield {
          values: { ...values, value: found.slope },
          score: 1 - found.p,
          flag,
          reason: flag ? toVerify(`${zh}。请提供抄表记录`, `${en}. Show the readings`) : { zh, en },
        };
      }
    }
  },
};

function bandOf(lowest: string | undefined, highest: string | undefined): readonly [number, number] | null {
  if (lowest === undefined && highest === undefined) return null;
  const band = [Number(lowest), Number(highest)] as const;
  if (!(band[0] > 0 && band[1] >= band[0]))
    throw new SettingRefused({
      zh: '--lowest 与 --highest 须同时给出，且下限大于0、不高于上限。',
      en: '--lowest and --highest go together, the lowest above 0 and not above the highest.',
    });
  return band;
}
