import { newId, refuse, verb } from '@opengoa/kernel';
import { ownSettings, settingsFit } from './kit-settings.ts';
import { KitTuned, TuneKit } from './contract.ts';
import { tunedSettings } from './kit-store.ts';

/** 调整灵敏度: inside the range that the kit declares; what it was before stays on the Record beside it. */
export const tuneKit = verb('risk-centre.tune-kit', {
  title: { zh: '调整规则灵敏度', en: 'Change a kit’s settings' },
  input: TuneKit,
  who: ['leader'],
  facts: [KitTuned],
  refusals: ['kit-unknown', 'setting-outside-range', 'kit-already-so'],
  load: async (tx, { kit }, { kits }) => ({ kit: kits.get(kit)?.kit, tuned: (await tunedSettings(tx)).get(kit) }),
  at: (_known, _input, { actor, organisation }) => ({
    unit: actor.grants.find(({ role }) => role === 'leader')?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide({ kit, tuned }, input, { actor }) {
    if (!kit) return refuse('kit-unknown', {}, { status: 404 });
    const unfit = settingsFit(kit, input.settings);
    if (unfit) return refuse('setting-outside-range', unfit);
    const before = { ...ownSettings(kit), ...tuned };
    const settings = { ...before, ...input.settings };
    if (Object.entries(settings).every(([name, value]) => before[name] === value))
      return refuse('kit-already-so', { state: Object.values(input.settings).join('、') }, { status: 409 });
    const unit = actor.grants.find(({ role }) => role === 'leader')!.unit;
    return [
      KitTuned.of({
        object: { kind: 'risk-centre.kit', id: newId() },
        unit,
        body: { ...input, settings, before, evidence: null, undoes: null },
      }),
    ];
  },
});
