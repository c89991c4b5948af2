import { newId, refuse, verb } from '@opengoa/kernel';
import { KitTuned, TakeProposal } from './contract.ts';
import { ownSettings } from './kit-settings.ts';
import { tunedSettings } from './kit-store.ts';
import { evidenceOf, proposalFor } from './threshold-proposal.ts';

/** 采纳阈值建议: a person signs; the proposal is worked out anew, and only what it says now is done. Its numbers stay on the Record with the move (RE-15). */
export const takeProposal = verb('risk-centre.take-proposal', {
  title: { zh: '采纳阈值建议', en: 'Take a proposed threshold' },
  input: TakeProposal,
  who: ['leader'],
  facts: [KitTuned],
  refusals: ['kit-unknown', 'proposal-changed'],
  async load(tx, { kit: id }, context) {
    const kit = context.kits.get(id)?.kit;
    return {
      kit,
      tuned: (await tunedSettings(tx)).get(id),
      found: kit && (await proposalFor(tx, kit, context)),
    };
  },
  at: (_known, _input, { actor, organisation }) => ({
    unit: actor.grants.find(({ role }) => role === 'leader')?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide({ kit, tuned, found }, input, { actor }) {
    if (!kit) return refuse('kit-unknown', {}, { status: 404 });
    const before = { ...ownSettings(kit), ...tuned };
    if (found?.status !== 'ok' || found.to !== input.to || found.to === before[found.setting])
      return refuse('proposal-changed', {}, { status: 409 });
    const unit = actor.grants.find(({ role }) => role === 'leader')!.unit;
    const settings = { ...before, [found.setting]: found.to };
    const body = { kit: input.kit, settings, reason: input.reason, before, evidence: evidenceOf(found), undoes: null };
    return [KitTuned.of({ object: { kind: 'risk-centre.kit', id: newId() }, unit, body })];
  },
});
