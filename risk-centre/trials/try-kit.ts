import { newId, refuse, verb } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { ownSettings, settingsFit } from '../register/kit-settings.ts';
import { tunedSettings } from '../register/kit-store.ts';
import { KitTried, TryKit } from './contract.ts';
import { ownOpenTrials, trialOf } from './trial-store.ts';

/** Who may try: at the unit of their right, over everything below it. */
export const triers = ['risk-officer', 'leader'] as const;

/** 历史试算: what the kit would have said of a past period; it runs beside everything else and changes nothing. */
export const tryKit = verb('risk-centre.try-kit', {
  title: { zh: '历史试算', en: 'Try on history' },
  about: {
    zh: '用给定的灵敏度和标准草案，在过去一段时间的数据上重算规则，不产生待核实异常。',
    en: 'Runs the kit again over a past period under given settings and drafted limits; it raises no finding.',
  },
  input: TryKit,
  who: [...triers],
  facts: [KitTried],
  refusals: [
    'kit-unknown',
    'period-backwards',
    'period-too-long',
    'setting-outside-range',
    'standard-not-asked',
    'trial-waiting',
  ],
  result: z.strictObject({ trial: z.uuid() }),
  load: async (tx, { kit }, { kits, actor }) => ({
    kit: kits.get(kit)?.kit,
    asOf: kits.get(kit)?.asKnown !== undefined,
    tuned: (await tunedSettings(tx)).get(kit),
    open: await ownOpenTrials(tx, actor.person),
  }),
  at: (_known, _input, { actor, organisation }) => ({
    unit: grantOf(actor)?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide({ kit, asOf, tuned, open }, input, { actor, standards, today }) {
    if (!kit) return refuse('kit-unknown', {}, { status: 404 });
    const days = daysBetween(...input.period);
    if (days <= 0) return refuse('period-backwards', {});
    const most = standards.numberOn('risk-centre.trial-limits', today, [], { item: 'days' });
    if (days > most) return refuse('period-too-long', { days: most });
    const unfit = settingsFit(kit, input.settings);
    if (unfit) return refuse('setting-outside-range', unfit);
    const unknown = Object.keys(input.standards).find((name) => !(name in kit.standards));
    if (unknown !== undefined) return refuse('standard-not-asked', { name: unknown });
    if (open > 0) return refuse('trial-waiting', {}, { status: 409 });
    const present = { ...ownSettings(kit), ...tuned };
    const trial = newId();
    const fact = KitTried.of({
      object: trialOf({ id: trial }),
      unit: grantOf(actor)!.unit,
      body: {
        ...input,
        settings: { ...present, ...input.settings },
        version: kit.version,
        present,
        asKnown: input.asKnown && asOf,
      },
    });
    return { facts: [fact], result: { trial } };
  },
  queues: () => ({ job: 'risk-centre.try-on-history', asked: {} }),
});

const grantOf = ({ grants }: { readonly grants: readonly { readonly role: string; readonly unit: string }[] }) =>
  grants.find(({ role }) => triers.some((each) => each === role));
