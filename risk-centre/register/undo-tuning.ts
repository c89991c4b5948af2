import { newId, refuse, verb } from '@opengoa/kernel';
import { KitTuned, UndoTuning } from './contract.ts';
import { ownSettings, settingsFit } from './kit-settings.ts';
import { movesOf, standingMove, tunedSettings } from './kit-store.ts';

/** 撤回调整: the settings that the newest standing move changed go back to what they were before it; the move and its evidence stay on the Record. */
export const undoTuning = verb('risk-centre.undo-tuning', {
  title: { zh: '撤回灵敏度调整', en: 'Take back a change of settings' },
  input: UndoTuning,
  who: ['leader'],
  facts: [KitTuned],
  refusals: ['kit-unknown', 'nothing-to-take-back', 'setting-outside-range'],
  async load(tx, { kit }, { kits }) {
    return {
      kit: kits.get(kit)?.kit,
      tuned: (await tunedSettings(tx)).get(kit),
      last: standingMove(await movesOf(tx, kit)),
    };
  },
  at: (_known, _input, { actor, organisation }) => ({
    unit: actor.grants.find(({ role }) => role === 'leader')?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide({ kit, tuned, last }, input, { actor }) {
    if (!kit) return refuse('kit-unknown', {}, { status: 404 });
    if (!last) return refuse('nothing-to-take-back', {}, { status: 409 });
    const before = { ...ownSettings(kit), ...tuned };
    // A newer version of the kit may no longer know a setting, or hold it in a narrower range.
    const back = Object.fromEntries(
      Object.entries(last.before).filter(([name, value]) => name in kit.settings && last.settings[name] !== value),
    );
    const unfit = settingsFit(kit, back);
    if (unfit) return refuse('setting-outside-range', unfit);
    const unit = actor.grants.find(({ role }) => role === 'leader')!.unit;
    const body = {
      kit: input.kit,
      settings: { ...before, ...back },
      reason: input.reason,
      before,
      evidence: null,
      undoes: last.id,
    };
    return [KitTuned.of({ object: { kind: 'risk-centre.kit', id: newId() }, unit, body })];
  },
});
