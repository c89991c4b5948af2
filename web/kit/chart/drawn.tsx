import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import { init, use as useParts, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLook, type Look } from '../look/look.ts';
import { useWords } from '../words/i18n.ts';
import type { Stretch } from './brush-keys.ts';
import { Brushed, type Plot } from './brushed.tsx';
import type { ChartData } from './chart-data.ts';
import { pointsOf } from './long-line.ts';
import type { Palette } from './drawing.ts';
import { optionsOf } from './options.ts';

useParts([
  BarChart,
  HeatmapChart,
  LineChart,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  CanvasRenderer,
]);

/** Colours as the present look defines them; asked again whenever the look changes. */
function paletteOf(look: Look): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--k-${name}`).trim();
  return {
    textPx: look.large ? 20 : 12,
    text: colour('text'),
    faint: colour('faint'),
    line: colour('line'),
    ground: colour('ground'),
    main: colour('accent'),
    muted: colour('chart-muted'),
    check: colour('amber'),
    band: colour('chart-band'),
    shade: colour('chart-shade'),
    heat: [0, 1, 2, 3, 4].map((step) => colour(`heat-${step}`)),
  };
}

interface DrawnProps {
  readonly data: ChartData;
  readonly height: number;
  readonly title: string;
  readonly onSelect?: (from: number, to: number) => void;
  readonly selected?: Stretch | undefined;
}

/** The picture itself. Its module carries ECharts and is loaded with the first chart of a visit. */
export default function Drawn({ data, height, title, onSelect, selected }: DrawnProps) {
  const [plot, setPlot] = useState<Plot | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const look = useLook();
  const { language, t } = useWords();
  // The word and not its function, which is another one each time: drawn anew, a chart would forget the stretch that was just chosen.
  const expected = t('expected');
  /** Places of the stretch looked at. */
  const stretch = useEffectEvent((made: ECharts): readonly [number, number] | null => {
    const zoom = (made.getOption() as { dataZoom?: { startValue: number; endValue: number }[] }).dataZoom?.[0];
    if (!zoom) return null;
    if (data.kind !== 'long') return [zoom.startValue, zoom.endValue];
    const place = (ms: number) => (ms - data.fromMs) / data.stepMs;
    const last = data.values.length - 1;
    return [Math.max(0, Math.ceil(place(zoom.startValue))), Math.min(last, Math.floor(place(zoom.endValue)))];
  });
  const drawLong = useEffectEvent((made: ECharts, [from, to]: readonly [number, number]) => {
    // One place on either side, so that the line runs off the edge.
    if (data.kind === 'long')
      made.setOption({
        series: [
          { data: pointsOf(data, Math.max(0, from - 1), Math.min(data.values.length - 1, to + 1), made.getWidth()) },
        ],
      });
  });
  const zoomed = useEffectEvent((made: ECharts) => {
    const places = stretch(made);
    if (!places) return;
    drawLong(made, places);
    onSelect?.(...places);
  });
  /** Where the cells of a heat-map stand, so that a pointer finds its place. */
  const measured = useEffectEvent((made: ECharts) => {
    if (data.kind !== 'heat' || !onSelect || data.x.length < 2) return;
    const cell = (x: number, y: number) => made.convertToPixel({ seriesIndex: 0 }, [x, y]) as [number, number];
    const [[x0, y0], [x1, y1]] = [cell(0, 0), cell(1, 1)];
    const [step, tall] = [x1 - x0, Math.abs(y1 - y0)];
    const next = { left: x0 - step / 2, step, top: y0 - tall / 2, height: tall * data.rows.length };
    setPlot((was) => (was && was.left === next.left && was.step === next.step && was.top === next.top ? was : next));
  });
  const resized = useEffectEvent((made: ECharts) => {
    made.resize();
    const places = stretch(made);
    if (places) drawLong(made, places);
  });

  useEffect(() => {
    const place = box.current;
    if (!place) return undefined;
    const made = init(place);
    chart.current = made;
    made.on('datazoom', () => zoomed(made));
    made.on('finished', () => measured(made));
    const watch = new ResizeObserver(() => resized(made));
    watch.observe(place);
    return () => {
      watch.disconnect();
      // Emptied, it is finished once more, with nothing on it to measure.
      made.off('finished');
      // A large picture is drawn piece by piece, and its next piece is already asked for: an empty one takes its place.
      made.clear();
      made.getZr().refreshImmediately();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const made = chart.current;
    if (!made) return;
    const options = optionsOf(data, { palette: paletteOf(look), language, expected });
    if (data.kind === 'long') {
      const points = pointsOf(data, 0, data.values.length - 1, made.getWidth());
      options['series'] = [{ ...(options['series'] as object[])[0], data: points }];
    }
    made.setOption(options, { notMerge: true });
  }, [data, language, look, expected]);

  const picture = <div ref={box} role="img" aria-label={title} style={{ height }} className="k-chart-box" />;
  if (data.kind !== 'heat' || !onSelect) return picture;
  return (
    <Brushed title={title} names={data.x} plot={plot} selected={selected} onSelect={onSelect}>
      {picture}
    </Brushed>
  );
}
