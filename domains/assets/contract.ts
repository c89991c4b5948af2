import { formed } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';
import { z } from 'zod';

export { day, id, maybe, oneOf, text, version } from '@opengoa/kernel/contract';

/** Fields that the shapes of the assets office are made of; no behaviour. What a noun takes, says and answers stands beside it: `cards/contract.ts`, … */

/** Whole fen, up to a hundred billion yuan. */
export const amountFen = z.int().min(0).max(10_000_000_000_000);
/** GB/T 14885-2022: A and two to eight digits. */
export const classForm = words('应为 A 加 2 至 8 位数字', 'A and two to eight digits');
export const assetClass = formed(/^A\d{2,8}$/, classForm);
export const quantity = z.int().min(1).max(1_000_000);
