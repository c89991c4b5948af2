import { z } from 'zod';
import { factType } from '../fact-type.ts';
import { sealedFields } from './masking.ts';

const field = z.enum(sealedFields);

export const KeepPersonalValue = z.strictObject({
  person: z.uuid(),
  field,
  value: z.string().trim().min(5).max(20),
});
export const ShowFullValue = z.strictObject({
  value: z.uuid(),
  reason: z.string().trim().min(4).max(200),
});
export const ProposeErasure = z.strictObject({ person: z.uuid(), why: z.string().trim().min(4).max(500) });
export const ConfirmErasure = z.strictObject({ erasure: z.uuid() });

export const PersonalValueKept = factType('kernel.PersonalValueKept', {
  title: { zh: '登记个人敏感信息', en: 'Personal value kept' },
  // The value itself is in no fact: the masked form says that there is one.
  body: z.strictObject({ value: z.uuid(), person: z.uuid(), field, shown: z.string() }),
});
export const FullValueSeen = factType('kernel.FullValueSeen', {
  title: { zh: '查看完整个人信息', en: 'Full value seen' },
  body: z.strictObject({ value: z.uuid(), person: z.uuid(), field, most: z.int() }),
});
export const ErasureProposed = factType('kernel.ErasureProposed', {
  title: { zh: '提出删除个人信息', en: 'Erasure proposed' },
  body: z.strictObject({ erasure: z.uuid(), person: z.uuid(), proposedBy: z.uuid() }),
});
export const PersonErased = factType('kernel.PersonErased', {
  title: { zh: '个人信息已删除', en: 'Person erased' },
  body: z.strictObject({ erasure: z.uuid(), person: z.uuid(), confirmedBy: z.uuid() }),
});
