import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { clearanceOf } from './check-store.ts';
import { ClearanceOpened, OpenClearance } from './contract.ts';

/** 开始离岗交接: somebody is about to leave; what they hold is listed and handed over (条例第十五条). */
export const openClearance = verb('assets.open-clearance', {
  title: { zh: '开始离岗交接', en: 'Open a clearance' },
  input: OpenClearance,
  who: ['assets-clerk', 'head'],
  facts: [ClearanceOpened],
  refusals: ['unit-unknown', 'person-unknown', 'clearance-open'],
  load: async (tx, { unit, person }) => ({
    id: newId(),
    open: await tx.maybe(
      sql`select 1 from assets.clearance where unit_id = ${unit} and person_id = ${person} and state = 'open'`,
    ),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, open }, { unit, person, leftOn }, { organisation }) {
    if (!organisation.unit(unit)) return refuse('unit-unknown', {}, { status: 404 });
    const name = organisation.personName(person);
    if (name === undefined) return refuse('person-unknown', { name: '' });
    if (open) return refuse('clearance-open', { name }, { status: 409 });
    return [ClearanceOpened.of({ object: clearanceOf(id), unit, body: { person, leftOn } })];
  },
});
