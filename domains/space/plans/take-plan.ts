import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { PlanTaken, TakePlan } from './contract.ts';
import { drawnAreaTolerance } from './drawn-area.ts';
import { matchPlan } from './match-plan.ts';
import { keepShapes, lockFloor, nextPlan, roomsOfFloor } from './plan-store.ts';

/**
 * 导入平面图: the shapes that the page read from a drawing are matched with the floor's rooms and measured here; the drawn area stands beside the declared
 * one and replaces nothing. The plan before it is kept.
 */
export const takePlan = verb('space.take-plan', {
  title: { zh: '导入平面图', en: 'Take a floor plan' },
  input: TakePlan,
  who: ['space-clerk'],
  on: 'space.floor',
  facts: [PlanTaken],
  refusals: ['outline-crosses', 'outline-without-area', 'plan-doubled', 'nothing-matched'],
  result: z.strictObject({
    plan: z.uuid(),
    matched: z.int(),
    unmatched: z.int(),
    missing: z.int(),
    differing: z.int(),
  }),
  async load(tx, { floor: id, shapes }, context) {
    const floor = await lockFloor(tx, id);
    const rooms = await roomsOfFloor(tx, id);
    const match = matchPlan(shapes, rooms, drawnAreaTolerance(floor.unit, context));
    return { floor, rooms, match, plan: newId(), number: await nextPlan(tx, id) };
  },
  at: ({ floor, rooms }) => [...new Set([floor.unit, ...rooms.map(({ unit }) => unit)])].map((unit) => ({ unit })),
  decide({ floor, rooms, match, plan, number }, { source, fileName, file, shapes }) {
    const labelled = (places: readonly number[]) =>
      places
        .map((n) => shapes[n]!.label || `#${n + 1}`)
        .slice(0, 10)
        .join('、');
    if (match.crossing.length > 0)
      return refuse('outline-crosses', { count: match.crossing.length, labels: labelled(match.crossing) });
    const empty = match.shapes.find(({ areaM2 }) => areaM2 <= 0);
    if (empty) return refuse('outline-without-area', { label: labelled([empty.shape]) });
    if (match.doubled.length > 0) {
      const numbers = match.doubled.map((id) => rooms.find((room) => room.id === id)!.number);
      return refuse('plan-doubled', { count: numbers.length, numbers: numbers.slice(0, 10).join('、') });
    }
    const drawn = match.shapes.flatMap(({ room, areaM2 }) => (room === null ? [] : [{ room, areaM2 }]));
    if (drawn.length === 0) return refuse('nothing-matched');
    const counted = {
      unmatched: match.shapes.length - drawn.length,
      missing: match.roomsWithout.length,
      differing: match.shapes.filter(({ within }) => within === false).length,
    };
    const layers = [...new Set(shapes.map(({ layer }) => layer))].toSorted();
    const object = { kind: 'space.floor', id: floor.id };
    const body = { plan, number, source, fileName, file, layers, drawn, ...counted };
    const place = { kind: 'floor' as const, id: floor.id, name: `${floor.buildingName} ${floor.name}`.slice(0, 200) };
    return {
      facts: [PlanTaken.of({ object, unit: floor.unit, body, facets: { place } })],
      result: { plan, matched: drawn.length, ...counted },
    };
  },
  also: (tx, { floor, match, plan }, { shapes }) =>
    keepShapes(tx, { unit: floor.unit, plan, shapes, matched: match.shapes }),
});
