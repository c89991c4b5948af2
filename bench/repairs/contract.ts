import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

export const RepairKind = z.enum(['water', 'power', 'air', 'lift', 'network', 'furniture']);
export const Urgency = z.enum(['plain', 'urgent']);

export const ReportRepair = z.strictObject({
  unit: z.uuid(),
  place: z.string().trim().min(1).max(100),
  title: z.string().trim().min(2).max(200),
  kind: RepairKind,
  urgency: Urgency.default('plain'),
});

export const RepairReported = factType('repairs.RepairReported', {
  title: { zh: '报修', en: 'Repair reported' },
  body: z.strictObject({
    number: z.string(),
    place: z.string(),
    title: z.string(),
    kind: RepairKind,
    urgency: Urgency,
    dueOn: z.iso.date(),
  }),
});
