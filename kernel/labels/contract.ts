import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const kind = z.string().min(1).max(100);

export const LabelMade = factType('kernel.LabelMade', {
  title: { zh: '制作标签', en: 'Label made' },
  body: z.strictObject({ kind, object: id }),
});

export const LabelRevoked = factType('kernel.LabelRevoked', {
  title: { zh: '停用标签', en: 'Label revoked' },
  body: z.strictObject({ kind, object: id, why: z.string().max(300) }),
});

/** Up to a sheet's worth at once; a thing that has a label keeps it. */
export const MakeLabels = z.strictObject({ kind, objects: z.array(id).min(1).max(200) });
export const RevokeLabel = z.strictObject({ kind, object: id, why: z.string().trim().min(1).max(300) });
