import { Button } from 'antd';
import {
  distance,
  number,
  Pairs,
  RefusalNote,
  Section,
  useMay,
  useRead,
  useVerb,
  useWay,
  useWords,
} from '@opengoa/web-kit';

/** What the terminal knows of a trip, on the trip's page: how far, and the way in to its track where that is open. */
export function TripTrack({ trip }: { readonly trip: string }) {
  const { w } = useWords();
  const way = useWay();
  const may = useMay('vehicles.trip-track');
  const { answer } = useRead('vehicles.trip-track', { trip }, { when: may });
  const open = useVerb('vehicles.open-track');
  if (!answer?.hasTerminal) return null;
  const look = async () => {
    const opened = await open.run({ trip });
    if (opened.ok && opened.answer.result) way.go(`/vehicles/tracks/${opened.answer.result.viewing}`);
  };
  return (
    <Section title={{ zh: '轨迹', en: 'Track' }}>
      <Pairs
        pairs={[
          {
            term: { zh: '轨迹里程', en: 'By the track' },
            value: answer.km === null ? '—' : distance(Math.round(answer.km * 10) / 10),
          },
          { term: { zh: '定位点', en: 'Fixes' }, value: number(answer.points) },
        ]}
      />
      {answer.may?.includes('vehicles.open-track') ? (
        <Button onClick={() => void look()} loading={open.running}>
          {w({ zh: '调阅轨迹（留痕）', en: 'Open the track (logged)' })}
        </Button>
      ) : (
        <p className="k-faint">
          {w({
            zh: '用车已结束且没有待核实异常，轨迹不逐点显示。',
            en: 'The trip is over and without an open finding: its track is not shown.',
          })}
        </p>
      )}
      {open.problem && <RefusalNote problem={open.problem} />}
    </Section>
  );
}
