import { newId, refuse, verb } from '@opengoa/kernel';
import { AdoptKit, KitAdopted } from '../contract.ts';
import { kitStateWords } from '../words.ts';
import { findKitState } from './kit-store.ts';

/** 启用、试运行、停用规则: people decide which kits ask the units; every change is a fact with its reason (RE-15). */
export const adoptKit = verb('risk-centre.adopt-kit', {
  title: { zh: '调整规则状态', en: 'Change a kit’s state' },
  input: AdoptKit,
  who: ['leader'],
  facts: [KitAdopted],
  refusals: ['kit-unknown', 'kit-already-so'],
  async load(tx, { kit }, { kits }) {
    return { registered: kits.get(kit), state: await findKitState(tx, kit) };
  },
  at: (_known, _input, { actor, organisation }) => ({
    unit: actor.grants.find(({ role }) => role === 'leader')?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide({ registered, state }, input, { actor }) {
    if (!registered) return refuse('kit-unknown', {}, { status: 404 });
    const before = state ?? registered.kit.state;
    if (before === input.state) return refuse('kit-already-so', { state: kitStateWords[before]!.zh }, { status: 409 });
    const unit = actor.grants.find(({ role }) => role === 'leader')!.unit;
    return [KitAdopted.of({ object: { kind: 'risk-centre.kit', id: newId() }, unit, body: { ...input, before } })];
  },
});
