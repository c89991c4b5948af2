import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

const said = z.string().trim().min(2).max(2_000);
const settings = z.record(z.string().max(60), z.number());

/** 调整灵敏度: a kit's own numbers, inside the range it declares, by a person with a reason; every change is a fact and can be undone by another (RE-15). */
export const TuneKit = z.strictObject({ kit: z.string().max(120), settings, reason: said });
export const KitTuned = factType('risk-centre.KitTuned', {
  title: { zh: '调整规则灵敏度', en: 'Kit settings changed' },
  body: TuneKit.extend({ before: settings }),
});
