import { number } from '../formatters.ts';
import type { ChartData, Series } from './chart-data.ts';
import { areasOf, type Drawing, type Palette } from './drawing.ts';
import { longOptions } from './long-options.ts';

const values = (series: readonly (number | null)[]) => series.map((value) => value ?? '-');
const colourOf = (series: Series, palette: Palette) => palette[series.tone ?? 'main'];

function axes(data: ChartData, palette: Palette) {
  const label = { color: palette.faint, fontSize: palette.textPx ?? 12 };
  const category = {
    type: 'category',
    data: data.kind === 'long' ? [] : [...data.x],
    axisLabel: label,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
  };
  const value = {
    type: 'value',
    name: data.unit,
    nameTextStyle: { color: palette.faint, align: 'left', fontSize: palette.textPx ?? 12 },
    axisLabel: { ...label, formatter: (each: number) => number(each) },
    splitLine: { lineStyle: { color: palette.line } },
  };
  return { category, value };
}

/** ECharts' option for our data: thin lines, one accent, tooltips drawn on the canvas (the policy of the page allows no inline styles). */
export function optionsOf(data: ChartData, { palette, language, expected }: Drawing): Record<string, unknown> {
  const { category, value } = axes(data, palette);
  const tooltip = {
    renderMode: 'richText',
    backgroundColor: palette.ground,
    borderColor: palette.line,
    textStyle: { color: palette.text, fontSize: (palette.textPx ?? 12) + 1 },
    confine: true,
    valueFormatter: (each: unknown) => (typeof each === 'number' ? `${number(each)} ${data.unit}` : '—'),
  };
  const frame = {
    animation: false,
    textStyle: { fontFamily: 'inherit', fontSize: palette.textPx ?? 12 },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
  };

  if (data.kind === 'long') return longOptions(data, { palette, language, frame, tooltip, value });
  if (data.kind === 'heat') {
    const cells = data.values.flatMap((row, line) => row.map((each, at) => [at, line, each ?? '-']));
    const known = data.values.flat().filter((each): each is number => each !== null);
    return {
      ...frame,
      grid: { ...frame.grid, top: 8, bottom: 44 },
      tooltip: {
        ...tooltip,
        formatter: ({ value: cell }: { value: [number, number, number | '-'] }) =>
          `${data.x[cell[0]] ?? ''} ${data.rows[cell[1]] ?? ''}  ${cell[2] === '-' ? '—' : number(cell[2])} ${data.unit}`,
      },
      xAxis: { ...category, splitArea: { show: false } },
      yAxis: { ...category, data: [...data.rows], inverse: true },
      visualMap: {
        min: known.reduce((a, b) => Math.min(a, b), Infinity),
        max: known.reduce((a, b) => Math.max(a, b), -Infinity),
        calculable: false,
        orient: 'horizontal',
        right: 16,
        bottom: 0,
        itemHeight: 120,
        itemWidth: 10,
        textStyle: { color: palette.faint },
        inRange: { color: [...palette.heat] },
        text: [data.unit, ''],
      },
      series: [
        {
          type: 'heatmap',
          data: cells,
          progressive: 4000,
          itemStyle: { borderWidth: 0 },
          emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 1 } },
        },
      ],
    };
  }

  const legend = {
    show: data.series.length > 1 || (data.kind === 'line' && data.band !== undefined),
    top: 0,
    right: 8,
    itemWidth: 14,
    itemHeight: 8,
    textStyle: { color: palette.faint },
    data: [
      ...data.series.map((each) => each.title[language]),
      ...(data.kind === 'line' && data.band ? [expected] : []),
    ],
  };
  if (data.kind === 'bar') {
    return {
      ...frame,
      legend,
      tooltip: { ...tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
      // Lying, the unit stands under its axis: at the end it would be cut by the edge.
      ...(data.lying ? { grid: { ...frame.grid, bottom: 28 } } : {}),
      xAxis: data.lying
        ? { ...value, nameLocation: 'middle', nameGap: 26, nameTextStyle: { ...value.nameTextStyle, align: 'center' } }
        : category,
      yAxis: data.lying ? { ...category, inverse: true } : value,
      series: data.series.map((each) => ({
        type: 'bar',
        name: each.title[language],
        data: values(each.values),
        itemStyle: { color: colourOf(each, palette) },
        barMaxWidth: 18,
      })),
    };
  }

  const band = data.band
    ? [
        {
          type: 'line',
          stack: 'band',
          symbol: 'none',
          silent: true,
          lineStyle: { opacity: 0 },
          data: values(data.band.low),
          tooltip: { show: false },
        },
        {
          type: 'line',
          name: expected,
          stack: 'band',
          symbol: 'none',
          silent: true,
          lineStyle: { opacity: 0 },
          itemStyle: { color: palette.band },
          areaStyle: { color: palette.band, opacity: 1 },
          // ECharts stacks the band's height on its lower edge.
          data: data.band.high.map((high, at) => (high === null ? '-' : high - (data.band?.low[at] ?? 0))),
          tooltip: { show: false },
        },
      ]
    : [];
  const areas = areasOf(data.shades, (place) => place, { palette, language });
  return {
    ...frame,
    ...(data.zoom
      ? {
          grid: { ...frame.grid, bottom: 44 },
          dataZoom: [
            {
              type: 'slider',
              height: 20,
              bottom: 8,
              showDataShadow: false,
              borderColor: palette.line,
              textStyle: { color: palette.faint },
            },
            { type: 'inside', zoomOnMouseWheel: 'ctrl' },
          ],
        }
      : {}),
    legend,
    tooltip: { ...tooltip, trigger: 'axis' },
    xAxis: { ...category, boundaryGap: false },
    yAxis: value,
    series: [
      ...band,
      ...data.series.map((each, index) => ({
        type: 'line',
        name: each.title[language],
        symbol: 'none',
        sampling: 'lttb',
        lineStyle: { width: 1.5, type: each.tone === 'muted' ? 'dashed' : 'solid', color: colourOf(each, palette) },
        itemStyle: { color: colourOf(each, palette) },
        data: values(each.values),
        z: 3,
        ...(index === 0 && areas
          ? { markArea: { silent: true, itemStyle: { color: palette.shade }, label: { show: false }, data: areas } }
          : {}),
        ...(index === 0 && data.marks
          ? {
              markPoint: {
                symbol: 'circle',
                symbolSize: 8,
                itemStyle: { color: palette.check },
                label: { show: false },
                data: data.marks.map((mark) => ({
                  name: mark.title[language],
                  coord: [mark.at, each.values[mark.at] ?? 0],
                })),
              },
            }
          : {}),
      })),
    ],
  };
}
