import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const day = z.iso.date();
const role = z.string().regex(/^[a-z][a-z-]{1,40}$/);

/** For whoever holds a post, or for one account. */
export const GrantRight = z.strictObject({
  role,
  unit: id,
  below: z.boolean().default(false),
  post: id.optional(),
  account: id.optional(),
  from: day,
  /** First day on which it no longer holds. */
  to: day.optional(),
  paper: z.string().trim().max(500).optional(),
});
export const ConfirmGrant = z.strictObject({ grant: id });
export const EndGrant = z.strictObject({ grant: id, why: z.string().trim().min(1).max(500) });
export const AppointFirstOfficers = z.strictObject({
  security: z.array(id).min(1).max(3),
  audit: z.array(id).min(1).max(3),
});

export const RightProposed = factType('kernel.RightProposed', {
  title: { zh: '提出授权', en: 'Right proposed' },
  body: z.strictObject({
    grant: id,
    role,
    unit: id,
    below: z.boolean(),
    post: id.nullable(),
    account: id.nullable(),
    from: day,
    to: day.nullable(),
    proposedBy: id.nullable(),
    paper: z.string().max(500).nullable(),
  }),
});
export const RightConfirmed = factType('kernel.RightConfirmed', {
  title: { zh: '授权生效', en: 'Right confirmed' },
  body: z.strictObject({ grant: id, role, unit: id, post: id.nullable(), account: id.nullable(), confirmedBy: id }),
});
export const RightEnded = factType('kernel.RightEnded', {
  title: { zh: '收回授权', en: 'Right ended' },
  body: z.strictObject({
    grant: id,
    role,
    unit: id,
    post: id.nullable(),
    account: id.nullable(),
    day,
    why: z.string().max(500),
    endedBy: id.nullable(),
  }),
});
