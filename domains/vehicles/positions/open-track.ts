import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { OpenTrack, TrackOpened } from './contract.ts';
import { groundFor } from './may-show.ts';
import { tripToView } from './viewing-store.ts';

/** Who may ever see a track point by point. */
export const whoViews = ['dispatcher', 'fleet-clerk', 'leader', 'risk-officer'] as const;

/** 调阅轨迹: the track of a trip that is under way, or about which a finding is open, for a while and for this person; that it was looked at is a fact (F10). */
export const openTrack = verb('vehicles.open-track', {
  title: { zh: '调阅轨迹', en: 'Open a track' },
  input: OpenTrack,
  who: whoViews,
  on: 'vehicles.trip',
  facts: [TrackOpened],
  refusals: ['no-track-vehicle', 'track-not-shown'],
  result: z.strictObject({ viewing: z.uuid() }),
  load: (tx, { trip }) => tripToView(tx, trip),
  at: ({ unit, keeper }) => [{ unit }, { unit: keeper ?? unit }],
  decide(trip, _input, { now, today, standards, organisation }) {
    const { keeper, vehicle, plate, departedAt, returnedAt } = trip;
    if (!keeper || !vehicle || !plate || !departedAt) return refuse('no-track-vehicle', { number: trip.number });
    const ground = groundFor(trip, trip.openFindings);
    if (!ground) return refuse('track-not-shown', { number: trip.number }, { status: 409 });
    const minutes = standards.numberOn('vehicles.positions', today, organisation.place(keeper), {
      item: 'viewing-minutes',
    });
    const viewing = newId();
    return {
      facts: [
        TrackOpened.of({
          object: { kind: 'vehicles.trip', id: trip.id },
          unit: keeper,
          body: {
            viewing,
            vehicle,
            plate,
            trip: trip.id,
            ground,
            from: departedAt.toISOString(),
            to: returnedAt?.toISOString() ?? null,
            closesAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
          },
        }),
      ],
      result: { viewing },
    };
  },
});
