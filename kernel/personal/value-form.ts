import { isIdNumber } from '../exchange/check-digits.ts';
import type { SealedField } from './masking.ts';

/** A mobile number, or one with its area code. */
const telephone = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

/** Is this text such a value at all? Identity and licence numbers carry their own proof. */
export const fitsField = (field: SealedField, value: string): boolean =>
  field === 'phone' ? telephone.test(value) : isIdNumber(value);
