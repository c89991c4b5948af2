import {
  type Answer,
  distance,
  instant,
  number,
  type Pair,
  Pairs,
  Section,
  span,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { approvalsOfOld } from '../../old-books/words.zh.ts';
import { uses } from '../../words.zh.ts';

const pair = (zh: string, en: string, value: Pair['value'], wide = false): Pair => ({ term: { zh, en }, value, wide });

/** What was asked: the same on the trip's page and on the desk of whoever decides. */
export function PlanPairs({ trip }: { readonly trip: Answer<'vehicles.trip'> }) {
  const { w, language } = useWords();
  const { plan } = trip;
  return (
    <Pairs
      pairs={[
        pair('事由', 'Purpose', plan.purpose, true),
        pair('时间', 'Time', span(plan.startsAt, plan.endsAt, language)),
        pair('路线', 'Way', `${plan.from} → ${plan.to}`),
        pair('人数', 'People', number(plan.people)),
        pair(
          '往返里程',
          'Distance',
          `${distance(plan.distanceKm)}${plan.crossCity ? w({ zh: '，离开本市', en: ', leaves the city' }) : ''}`,
        ),
        pair('用途', 'Use', w(uses[plan.use])),
        pair('用车单位', 'Unit', trip.unitName),
        // An old register tells who asked, not when.
        pair(
          '申请人',
          'Asked by',
          trip.booked ? trip.askerName : `${trip.askerName} · ${instant(trip.requestedAt, language)}`,
        ),
        ...(plan.note ? [pair('备注', 'Note', plan.note, true)] : []),
      ]}
    />
  );
}

/** 补录: where a trip of an old register comes from, and what it says of its approval. */
export function BookedSection({ booked }: { readonly booked: NonNullable<Answer<'vehicles.trip'>['booked']> }) {
  const { w, language } = useWords();
  const { approvedName, approvedAt } = booked;
  const approved = [approvedName, approvedAt && instant(approvedAt, language)].filter(Boolean).join(' · ');
  return (
    <Section title={{ zh: '补录', en: 'Booked' }}>
      <Pairs
        pairs={[
          pair('补录人', 'Booked by', `${booked.by} · ${instant(booked.at, language)}`),
          pair('来源', 'Source', booked.source),
          ...(booked.paper === null ? [] : [pair('原单号', 'Old number', booked.paper)]),
          pair('审批情况', 'Approval', [w(approvalsOfOld[booked.approval]), approved].filter(Boolean).join(' · ')),
        ]}
      />
    </Section>
  );
}

const sharedWords = {
  zh: '与同去一处的其他用车单同车，里程记在先派的一单',
  en: 'with other trips to the same place; the kilometres are kept with the first of them',
};

/** What came of it: vehicle and driver, the clock and the odometer, the cost. Nothing is shown before it is there. */
export function CourseSections({ trip }: { readonly trip: Answer<'vehicles.trip'> }) {
  const { w, language } = useWords();
  return (
    <>
      {trip.plate && (
        <Section title={{ zh: '出车', en: 'Drive' }}>
          <Pairs
            pairs={[
              pair('车辆', 'Vehicle', trip.plate),
              pair('驾驶员', 'Driver', trip.driverName ?? '—'),
              ...(trip.ridesWith === null ? [] : [pair('拼车', 'Shared ride', w(sharedWords), true)]),
              pair('出车', 'Departed', instant(trip.departedAt, language)),
              pair('返回', 'Returned', instant(trip.returnedAt, language)),
              pair('里程表', 'Odometer', `${distance(trip.odometerOutKm)} → ${distance(trip.odometerInKm)}`),
              pair('实际里程', 'Driven', distance(trip.drivenKm)),
            ]}
          />
        </Section>
      )}
      {trip.costFen !== null && (
        <Section title={{ zh: '费用', en: 'Cost' }}>
          <Pairs
            pairs={[
              pair('途中油费', 'Fuel on the way', yuan(trip.fuelFen, true)),
              pair('通行费', 'Toll', yuan(trip.tollFen, true)),
              pair('停车费', 'Parking', yuan(trip.parkingFen, true)),
              pair('合计', 'Total', yuan(trip.costFen, true)),
            ]}
          />
        </Section>
      )}
    </>
  );
}
