/** Simple ways to find odd readings of one meter, to stand beside ours. Each answers with a size for every reading, more for odder. */
import { madOf, medianOf, quantileOf } from '../methods/energy/middle.ts';
import { shifted } from '../methods/energy/windows.ts';

export interface AnomalyBaseline {
  readonly name: string;
  readonly sizes: (values: Float64Array, week: number) => Float64Array;
}

export const anomalyBaselines: readonly AnomalyBaseline[] = [
  {
    name: 'z-score',
    sizes: (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
      return values.map((value) => Math.abs(value - mean) / deviation);
    },
  },
  {
    name: 'IQR',
    sizes: (values) => {
      const [low, high] = [quantileOf(values, 0.25), quantileOf(values, 0.75)];
      return values.map((value) => Math.max(low - value, value - high, 0) / (high - low || 1));
    },
  },
  {
    name: 'seasonal naive residual',
    sizes: (values, week) => {
      const lastWeek = shifted(values, week);
      const off = values.map((value, i) => value - lastWeek[i]!);
      const scale = madOf(off, medianOf(off)) || 1;
      return off.map((each) => (Number.isNaN(each) ? 0 : Math.abs(each) / scale));
    },
  },
];
