import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { paperFactWords } from './words.zh.ts';

/** 票据与照片 of the things of this room: receipts, invoices, an odometer or a dent as somebody saw it. */

/** Files brought by the upload point `vehicles.paper`, taken for the thing that the act is about. */
export const papers = z.array(id).max(6).optional();
/** In a fact: those of before papers could be brought say nothing. */
export const papersTold = z.array(id).optional();

/** Kinds of things that bear papers. */
export const PaperOf = z.enum(['cost', 'fuel', 'repair', 'hire', 'trip', 'driver-event', 'inspection']);
export type PaperOf = z.infer<typeof PaperOf>;

export const AddPaper = z.strictObject({ id, files: z.array(id).min(1).max(6) });
export const PaperAdded = factType('vehicles.PaperAdded', {
  title: paperFactWords['vehicles.PaperAdded'],
  body: z.strictObject({ of: PaperOf, files: z.array(id) }),
});
