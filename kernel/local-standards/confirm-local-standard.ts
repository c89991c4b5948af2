import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { ConfirmLocalStandard, LocalStandardConfirmed } from './contract.ts';
import { unfitRow } from './fits-the-standards.ts';
import { lockLocalStandard } from './local-standard-store.ts';

/** 本地标准生效: by a second person; what rests on a waiver is confirmed by the superior, who signs it. */
export const confirmLocalStandard = verb('kernel.confirm-local-standard', {
  title: { zh: '确认本地标准', en: 'Confirm a local standard' },
  input: ConfirmLocalStandard,
  who: ['leader', 'superior'],
  on: 'local-standard',
  facts: [LocalStandardConfirmed],
  refusals: [
    'right-already-confirmed',
    'second-person-needed',
    'superior-signs-waivers',
    'standard-not-of-this-place',
    'standard-row-refused',
    'standard-weaker-than-above',
  ],
  load: async (tx, { local }) => ({ local: await lockLocalStandard(tx, local) }),
  at: ({ local }) => ({ unit: local.unit }),
  decide({ local }, _input, context) {
    const { actor, organisation } = context;
    if (local.confirmedBy !== null || local.withdrawn) return refuse('right-already-confirmed', {}, { status: 409 });
    if (actor.person === null || actor.person === local.proposedBy)
      return refuse('second-person-needed', {}, { status: 403 });
    const signs = actor.grants.some(
      ({ role, unit, below }) => role === 'superior' && organisation.covers(unit, local.unit, below),
    );
    if (local.row.waiver && !signs) return refuse('superior-signs-waivers', {}, { status: 403 });
    const unfit = unfitRow(local.unit, local.row, context);
    if (unfit) return unfit;
    return [
      LocalStandardConfirmed.of({
        object: { kind: 'local-standard', id: local.id },
        unit: local.unit,
        body: { row: local.row },
      }),
    ];
  },
});
