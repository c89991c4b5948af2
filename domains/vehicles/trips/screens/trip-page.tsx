import { distance, Figure, type ScreenProps, Section, Shown, ThingPage, useRead, yuan } from '@opengoa/web-kit';
import { TripTrack } from '../../positions/screens/trip-track.tsx';
import { PapersOf } from '../../papers/screens/papers-of.tsx';
import { tripStates } from '../../words.zh.ts';
import { BookedSection, CourseSections, PlanPairs } from './trip-facts.tsx';
import { tripTones } from './trip-tones.ts';

/** 用车单: what it is, who holds it, what may be done, what happened. */
export default function TripPage({ params }: ScreenProps<'id'>) {
  const trip = useRead('vehicles.trip', { id: params.id });
  return (
    <Shown known={trip} lines={14}>
      {(it) => (
        <ThingPage
          talk="vehicles.trip"
          id={it.id}
          title={it.number}
          status={{ tone: tripTones[it.state], words: tripStates[it.state] }}
          summary={`${it.plan.purpose} · ${it.plan.to}`}
          {...(it.waiting.length > 0
            ? { holder: it.waiting.flatMap(({ holders }) => holders), dueAt: it.waiting[0]?.due }
            : {})}
          may={it.may}
          object={it}
          figures={[
            {
              title: { zh: '计划里程', en: 'Planned' },
              value: distance(it.plan.distanceKm),
            },
            {
              title: { zh: '实际里程', en: 'Driven' },
              value: (
                <Figure
                  source={{
                    unit: 'km',
                    formula: { zh: '返回里程表 − 出车里程表', en: 'odometer on return − on departure' },
                    at: it.returnedAt,
                  }}
                >
                  {distance(it.drivenKm)}
                </Figure>
              ),
            },
            {
              title: { zh: '费用', en: 'Cost' },
              value: (
                <Figure
                  source={{
                    formula: { zh: '途中油费 + 通行费 + 停车费', en: 'fuel on the way + toll + parking' },
                    rows: `/vehicles/trips?q=${it.number}`,
                  }}
                >
                  {yuan(it.costFen, true)}
                </Figure>
              ),
            },
          ]}
        >
          <Section title={{ zh: '申请', en: 'Request' }}>
            <PlanPairs trip={it} />
          </Section>
          {it.booked && <BookedSection booked={it.booked} />}
          <CourseSections trip={it} />
          <PapersOf id={it.id} />
          {it.departedAt && <TripTrack trip={it.id} />}
        </ThingPage>
      )}
    </Shown>
  );
}
