import { z } from 'zod';
import { factType } from '../fact-type.ts';
import { LocalRowShape } from '../standards/standard-file.ts';

const id = z.uuid();

/** 本地标准: a value a city or county sets for itself, or a waiver its superior signed, in the shape of the files. */
export const ProposeLocalStandard = z.strictObject({ unit: id, row: LocalRowShape });
export const ConfirmLocalStandard = z.strictObject({ local: id });
export const WithdrawLocalStandard = z.strictObject({ local: id, why: z.string().trim().min(2).max(500) });

export const LocalStandardProposed = factType('kernel.LocalStandardProposed', {
  title: { zh: '提出本地标准', en: 'Local standard proposed' },
  body: z.strictObject({ row: z.unknown() }),
});
export const LocalStandardConfirmed = factType('kernel.LocalStandardConfirmed', {
  title: { zh: '本地标准生效', en: 'Local standard confirmed' },
  body: z.strictObject({ row: z.unknown() }),
});
export const LocalStandardWithdrawn = factType('kernel.LocalStandardWithdrawn', {
  title: { zh: '停用本地标准', en: 'Local standard withdrawn' },
  body: z.strictObject({ why: z.string() }),
});
