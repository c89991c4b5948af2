import { read, Refused, refuse, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { staysIn } from '../methods/stay-points.ts';
import { Background, TrackAnswer, TripTrackAnswer } from './answers.ts';
import { groundFor } from './may-show.ts';
import { whoViews } from './open-track.ts';
import { ownViewing, trackOf, tripToView } from './viewing-store.ts';

/** A track through a window that was opened for it: by whom it was opened, and no longer than it is open. */
export const track = read('vehicles.track', {
  title: { zh: '轨迹', en: 'A track' },
  query: z.strictObject({ viewing: z.uuid() }),
  answer: TrackAnswer.extend({ person: z.uuid().nullable() }),
  // One's own window; the vehicle's fixes behind it are seen by right.
  who: ['self', ...whoViews],
  async fetch(tx, { viewing: id }, { actor, now, today, standards, organisation }) {
    const persons = [actor.person, actor.standInFor].filter((person) => person !== null);
    const viewing = await ownViewing(tx, id, persons);
    if (viewing.closesAt <= now) throw new Refused(refuse('viewing-over', {}, { status: 409 }));
    const to = viewing.to ?? now;
    const fixes = await trackOf(tx, viewing.vehicle, viewing.from, to);
    const item = (name: string) =>
      standards.numberOn('vehicles.positions', today, organisation.place(viewing.unit), { item: name });
    const inDegrees = fixes.map(({ at, latitude, longitude }) => ({
      atS: at.getTime() / 1000,
      latitude: latitude / 1e6,
      longitude: longitude / 1e6,
    }));
    const stays = staysIn(inDegrees, { withinM: item('stay-metres'), atLeastS: item('stay-minutes') * 60 });
    return {
      viewing: id,
      person: viewing.person,
      unit: viewing.unit,
      plate: viewing.plate,
      trip: viewing.trip,
      ground: viewing.ground,
      why: viewing.why,
      closesAt: viewing.closesAt.toISOString(),
      from: viewing.from.toISOString(),
      to: to.toISOString(),
      goesOn: viewing.to === null,
      km: fixes.slice(1).reduce((sum, { stepDm }) => sum + stepDm, 0) / 10_000,
      fixes: fixes.map(({ at, speed }, n): TrackAnswer['fixes'][number] => [
        at.getTime(),
        inDegrees[n]!.latitude,
        inDegrees[n]!.longitude,
        speed === null ? null : speed / 10,
      ]),
      stays: stays.map(({ fromS, toS, latitude, longitude }) => ({
        from: new Date(fromS * 1000).toISOString(),
        to: new Date(toS * 1000).toISOString(),
        latitude,
        longitude,
      })),
    };
  },
  at: ({ unit, person }) => ({ unit, person }),
});

/** How far the tracker says a trip went, and whether its track may be opened now. Where it went is not in it. */
export const tripTrack = read('vehicles.trip-track', {
  title: { zh: '用车轨迹概况', en: 'A trip’s track in sum' },
  query: z.strictObject({ trip: z.uuid() }),
  answer: TripTrackAnswer,
  who: whoViews,
  async fetch(tx, { trip: id }) {
    const trip = await tripToView(tx, id);
    const sum = await tx.one<{ km: number | null; points: number; hasTerminal: boolean }>(sql`
      select (select dm / 10000.0 from vehicles.track_trip where trip_id = ${id}) as km,
             coalesce((select points from vehicles.track_trip where trip_id = ${id}), 0) as points,
             exists (select from vehicles.terminal where vehicle_id = ${trip.vehicle}::uuid) as "hasTerminal"`);
    return {
      trip: id,
      unit: trip.unit,
      keeper: trip.keeper,
      number: trip.number,
      km: sum.km === null ? null : Number(sum.km),
      points: sum.points,
      hasTerminal: sum.hasTerminal,
      ground: sum.hasTerminal ? groundFor(trip, trip.openFindings) : null,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ ground, keeper }) =>
    ground && keeper ? { verbs: ['vehicles.open-track'], place: { unit: keeper } } : undefined,
});

/** The map under the tracks. */
export const background = read('vehicles.background', {
  title: { zh: '地图底图', en: 'Map background' },
  query: z.strictObject({}),
  answer: Background,
  who: ['signed-in'],
  async fetch(tx) {
    const kept = await tx.maybe<z.infer<typeof Background>>(
      sql`select name, features from vehicles.background order by kept_at desc limit 1`,
    );
    return kept ?? { name: '', features: [] };
  },
});
