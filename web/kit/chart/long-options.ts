import { number, type Language } from '../formatters.ts';
import { type LongLine, writtenMs } from './long-line.ts';
import { areasOf, type Palette } from './drawing.ts';

interface Around {
  readonly palette: Palette;
  readonly language: Language;
  readonly frame: { readonly grid: object };
  readonly tooltip: object;
  /** The axis of amounts. */
  readonly value: object;
}

/** A line over an axis of time. Its points are set apart, for the stretch that is looked at; the slider shows no shadow, which would be a second line of all of them. */
export function longOptions(
  data: LongLine,
  { palette, language, frame, tooltip, value }: Around,
): Record<string, unknown> {
  const { fromMs, stepMs, unit, values } = data;
  const at = (place: number) => fromMs + place * stepMs;
  const areas = areasOf(data.shades, at, { palette, language });
  return {
    ...frame,
    useUTC: true,
    grid: { ...frame.grid, bottom: 44 },
    dataZoom: [
      {
        type: 'slider',
        height: 20,
        bottom: 8,
        showDataShadow: false,
        filterMode: 'none',
        minValueSpan: stepMs * 8,
        borderColor: palette.line,
        textStyle: { color: palette.faint },
        // The stretch is told in words under the chart; at the edges its ends would be cut off.
        showDetail: false,
      },
      { type: 'inside', filterMode: 'none', minValueSpan: stepMs * 8, zoomOnMouseWheel: 'ctrl' },
    ],
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      formatter: (shown: { value: [number, number | '-'] }[]) =>
        shown[0] ? `${writtenMs(shown[0].value[0])}  ${amount(shown[0].value[1], unit)}` : '',
    },
    xAxis: {
      type: 'time',
      min: fromMs,
      max: at(values.length - 1),
      axisLabel: {
        color: palette.faint,
        fontSize: palette.textPx ?? 12,
        hideOverlap: true,
        formatter: {
          year: '{yyyy}',
          month: language === 'zh' ? '{M}月' : '{MMM}',
          day: '{MM}-{dd}',
          hour: '{HH}:{mm}',
          minute: '{HH}:{mm}',
        },
      },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
    },
    yAxis: value,
    series: [
      {
        type: 'line',
        name: data.title[language],
        symbol: 'none',
        lineStyle: { width: 1, color: palette.main },
        itemStyle: { color: palette.main },
        data: [],
        z: 3,
        ...(areas
          ? { markArea: { silent: true, itemStyle: { color: palette.shade }, label: { show: false }, data: areas } }
          : {}),
      },
    ],
  };
}

const amount = (value: number | '-', unit: string): string => (value === '-' ? '—' : `${number(value)} ${unit}`);
