import { isRefusal, newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { basisOf } from './basis-of.ts';
import { AskForRooms, RequestAsked } from './contract.ts';
import { openCaseOf } from './request-case.ts';
import { nextNumber } from './request-store.ts';
import { paperNumber, requestOf } from './request.ts';

/** 申请用房: what a unit needs and what for. How it stands is taken from the ledgers and kept with the request. */
export const askForRooms = verb('space.ask-for-rooms', {
  title: { zh: '申请用房', en: 'Ask for premises' },
  about: {
    zh: '填写用途、人数和面积，编制、现有用房和核定面积自动带出',
    en: 'Purpose, people and area; posts, rooms and quota are filled in',
  },
  input: AskForRooms,
  who: ['clerk', 'head', 'leader', 'space-clerk'],
  facts: [RequestAsked],
  refusals: ['unit-not-an-institution', 'asker-unknown', 'bad-attributes', 'no-holder'],
  result: z.strictObject({ request: z.uuid(), number: z.string() }),
  async load(tx, { unit }, context) {
    const year = Number(context.today.slice(0, 4));
    return {
      id: newId(),
      number: paperNumber('SR', year, await nextNumber(tx, 'SR', year)),
      basis: await basisOf(tx, unit, context),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, number, basis }, { unit, ...wanted }, context) {
    const { actor, organisation } = context;
    const kind = organisation.unit(unit)?.kind;
    if (kind === undefined || kind === 'division') return refuse('unit-not-an-institution');
    if (actor.person === null) return refuse('asker-unknown');
    const opened = openCaseOf({ ...wanted, id, unit, number, asker: actor.person }, context);
    if (isRefusal(opened)) return opened;
    return {
      facts: [
        RequestAsked.of({
          object: requestOf({ id }),
          unit,
          body: { ...wanted, number, basis, asker: actor.person, askerName: actor.name },
        }),
        ...opened,
      ],
      result: { request: id, number },
    };
  },
});
