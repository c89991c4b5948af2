import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import {
  type Answer,
  clock,
  distance,
  EmptyState,
  Go,
  instant,
  number,
  Page,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  span,
  StatusTag,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { grounds } from '../words.zh.ts';
import { CityMap, pathOf } from './city-map.tsx';
import { placeAt } from './map-view.ts';

type Track = Answer<'vehicles.track'>;

const renewMs = 30_000;
const speeds = [60, 180, 600] as const;

/** 轨迹回放: the way of a vehicle, played as it was driven. Open for a while, to whoever opened it. */
export default function ReplayPage({ params }: ScreenProps<'id'>) {
  const track = useRead(
    'vehicles.track',
    { viewing: params.id },
    { everyMs: (answer) => (answer?.goesOn ? renewMs : false) },
  );
  return <Shown known={track}>{(it) => <Replay track={it} />}</Shown>;
}

function Replay({ track }: { readonly track: Track }) {
  const { w, language } = useWords();
  const { fixes, stays } = track;
  const [first, last] = [fixes[0]?.[0] ?? 0, fixes.at(-1)?.[0] ?? 0];
  const [at, setAt] = useState(first);
  const [playing, setPlaying] = useState(false);
  const [times, setTimes] = useState<(typeof speeds)[number]>(180);

  useEffect(() => {
    if (!playing) return undefined;
    let before = performance.now();
    let asked = 0;
    const step = (now: number) => {
      const passed = (now - before) * times;
      before = now;
      setAt((from) => {
        const to = from + passed;
        if (to >= last) setPlaying(false);
        return Math.min(to, last);
      });
      asked = requestAnimationFrame(step);
    };
    asked = requestAnimationFrame(step);
    return () => cancelAnimationFrame(asked);
  }, [playing, times, last]);

  const spots = useMemo(() => fixes.map(([, latitude, longitude]) => ({ latitude, longitude })), [fixes]);
  const title = { zh: `${track.plate} 轨迹`, en: `Track of ${track.plate}` };
  const tag = <StatusTag tone={track.ground === 'glass' ? 'check' : 'busy'}>{w(grounds[track.ground])}</StatusTag>;
  if (fixes.length === 0)
    return (
      <Page title={title} tag={tag}>
        <EmptyState
          icon="car"
          title={{ zh: '这段时间没有定位', en: 'No fixes in this time' }}
          todo={{ zh: '终端可能断电或没有信号，请核对终端。', en: 'The terminal may be without power or signal.' }}
        />
      </Page>
    );
  const here = placeAt(fixes, at);
  const toggle = () => {
    if (at >= last) setAt(first);
    setPlaying(!playing);
  };
  return (
    <Page
      title={title}
      tag={tag}
      about={{
        zh: `${span(track.from, track.to, language)} · 本次调阅已记录，${clock(track.closesAt)} 到期`,
        en: `${span(track.from, track.to, language)} · this viewing is on record and ends at ${clock(track.closesAt)}`,
      }}
      acts={track.trip && <Go to={`/vehicles/trips/${track.trip}`}>{w({ zh: '用车单', en: 'The trip' })}</Go>}
    >
      <div className="v-replay">
        <CityMap label={w(title)} around={spots}>
          {(drawing) => {
            const points = spots.map(drawing.at);
            const now = drawing.at(here);
            const mark = (spot: { latitude: number; longitude: number }, className: string, pixels: number) => {
              const [cx, cy] = drawing.at(spot);
              return <circle className={className} cx={cx} cy={cy} r={pixels * drawing.pixel} />;
            };
            return (
              <>
                <path className="v-track-whole" d={pathOf(points)} />
                <path className="v-track-done" d={pathOf([...points.slice(0, here.last + 1), now])} />
                {mark(spots[0]!, 'v-track-end', 5)}
                {mark(spots.at(-1)!, 'v-track-end', 5)}
                {stays.map((stay) => (
                  <g key={stay.from} onClick={() => setAt(Date.parse(stay.from))}>
                    {mark(stay, 'v-track-stay', 6)}
                  </g>
                ))}
                {mark(here, 'v-track-car', 9)}
              </>
            );
          }}
        </CityMap>
        <div className="v-replay-side">
          <Section>
            <Pairs
              pairs={[
                { term: { zh: '轨迹里程', en: 'By the track' }, value: distance(Math.round(track.km * 10) / 10) },
                { term: { zh: '定位点', en: 'Fixes' }, value: number(fixes.length) },
                { term: { zh: '此刻', en: 'Now shown' }, value: instant(new Date(at), language) },
                {
                  term: { zh: '车速', en: 'Speed' },
                  value: here.speedKmh === null ? '—' : `${number(Math.round(here.speedKmh))} km/h`,
                },
                ...(track.why ? [{ term: { zh: '理由', en: 'Reason' }, value: track.why }] : []),
              ]}
            />
          </Section>
          <Section title={{ zh: `停留 ${stays.length} 处`, en: `${stays.length} stays` }}>
            <ol className="v-replay-stays">
              {stays.map((stay) => (
                <li key={stay.from}>
                  <button type="button" onClick={() => setAt(Date.parse(stay.from))}>
                    {clock(stay.from)}–{clock(stay.to)} ·{' '}
                    {w({
                      zh: `${minutesOf(stay)} 分钟`,
                      en: `${minutesOf(stay)} minutes`,
                    })}
                  </button>
                </li>
              ))}
            </ol>
          </Section>
        </div>
        <div className="v-replay-bar">
          <Button type="primary" onClick={toggle}>
            {w(playing ? { zh: '暂停', en: 'Pause' } : { zh: '播放', en: 'Play' })}
          </Button>
          {speeds.map((each) => (
            <Button key={each} aria-pressed={each === times} disabled={each === times} onClick={() => setTimes(each)}>
              {each}×
            </Button>
          ))}
          <input
            type="range"
            aria-label={w({ zh: '时间', en: 'Time' })}
            aria-valuetext={clock(new Date(at))}
            min={first}
            max={last}
            step={1_000}
            value={Math.round(at)}
            onChange={(event) => {
              setPlaying(false);
              setAt(Number(event.target.value));
            }}
          />
          <span className="v-replay-clock">{instant(new Date(at), language)}</span>
        </div>
      </div>
    </Page>
  );
}

const minutesOf = ({ from, to }: Track['stays'][number]) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
