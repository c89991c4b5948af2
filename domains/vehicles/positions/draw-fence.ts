import { newId, refuse, verb } from '@opengoa/kernel';
import { DrawFence, FenceDrawn } from './contract.ts';
import { crossesItself } from './fence.ts';

/** 划定围栏: an area whose entering and leaving is told of every vehicle of the unit and below, or a place where its vehicles are kept at night. */
export const drawFence = verb('vehicles.draw-fence', {
  title: { zh: '划定围栏', en: 'Draw a fence' },
  input: DrawFence,
  who: ['fleet-clerk', 'dispatcher'],
  facts: [FenceDrawn],
  refusals: ['fence-crosses-itself', 'fence-hours-missing'],
  load: async () => null,
  at: (_known, { unit }) => ({ unit }),
  decide(_known, { unit, ...drawn }) {
    const { shape, watches, fromMinute, toMinute } = drawn;
    if ((watches === 'window') !== (fromMinute !== null && toMinute !== null)) return refuse('fence-hours-missing');
    if (shape.kind === 'polygon' && crossesItself(shape.points)) return refuse('fence-crosses-itself');
    return [FenceDrawn.of({ object: { kind: 'vehicles.fence', id: newId() }, unit, body: drawn })];
  },
});
