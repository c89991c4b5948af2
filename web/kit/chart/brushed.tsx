import { useState, type PointerEvent, type ReactNode } from 'react';
import { useWords } from '../words/i18n.ts';
import { stretchByKey, type Stretch } from './brush-keys.ts';

/** Where the places of a chart stand in it, in px. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  /** Of one place. */
  readonly step: number;
  readonly height: number;
}

interface BrushedProps {
  readonly title: string;
  /** What each place is called. */
  readonly names: readonly string[];
  /** Null until the chart is drawn. */
  readonly plot: Plot | null;
  readonly selected: Stretch | undefined;
  readonly onSelect: (from: number, to: number) => void;
  readonly children: ReactNode;
}

/** A chart on which a stretch is chosen by a drag, a press on one place, or keys. What is under the pointer stays the chart's own. */
export function Brushed({ title, names, plot, selected, onSelect, children }: BrushedProps) {
  const { w } = useWords();
  const [drag, setDrag] = useState<Stretch | null>(null);
  const count = names.length;
  const whole: Stretch = [0, Math.max(0, count - 1)];
  const dragged: Stretch | null = drag && [Math.min(...drag), Math.max(...drag)];
  const [from, to] = dragged ?? selected ?? whole;
  const placeOf = (event: PointerEvent<HTMLElement>): number | null => {
    if (!plot) return null;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - plot.left;
    return Math.max(0, Math.min(count - 1, Math.floor(x / plot.step)));
  };
  const within = (event: PointerEvent<HTMLElement>): boolean => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    return plot !== null && y >= plot.top && y <= plot.top + plot.height;
  };
  const isWhole = from === whole[0] && to === whole[1];
  return (
    <div
      className="k-chart-brushed"
      role="slider"
      tabIndex={0}
      aria-label={`${title} · ${w({ zh: '拖动或用方向键选择时段', en: 'drag, or use the arrow keys, to choose a stretch' })}`}
      aria-valuemin={0}
      aria-valuemax={whole[1]}
      aria-valuenow={from}
      aria-valuetext={`${names[from] ?? ''} – ${names[to] ?? ''}`}
      onPointerDown={(event) => {
        const place = placeOf(event);
        if (place === null || event.button !== 0 || !within(event)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag([place, place]);
      }}
      onPointerMove={(event) => {
        const place = drag && placeOf(event);
        if (drag && place !== null && place !== drag[1]) setDrag([drag[0], place]);
      }}
      onPointerUp={() => {
        if (dragged) onSelect(...dragged);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={(event) => {
        const next = stretchByKey([from, to], event.key, event.shiftKey, count);
        if (!next) return;
        event.preventDefault();
        event.stopPropagation();
        onSelect(...next);
      }}
    >
      {children}
      {plot && !isWhole && (
        <i
          className="k-chart-brush"
          style={{
            left: plot.left + from * plot.step,
            width: Math.max(2, (to - from + 1) * plot.step),
            top: plot.top,
            height: plot.height,
          }}
        />
      )}
    </div>
  );
}
