import { empty, type Sql, sql } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/contract';

/** Rows that were entered before an instant; all of them where none is given. */
export const enteredBefore = (recordedAt: Sql, knownBefore: Date | undefined): Sql =>
  knownBefore === undefined ? sql`true` : sql`${recordedAt} < ${knownBefore}`;

/** The same as one more condition; none where no instant is given. */
export const andBefore = (enteredAt: Sql, knownBefore: Date | undefined): Sql =>
  knownBefore === undefined ? empty : sql` and ${enteredAt} < ${knownBefore}`;

/** What of fills is known as of a past day. */
export const fillsAsKnown: Words = {
  zh: '加油充电记录只读当日以前登记的；此后删除的记录已不可读；车辆档案、油卡、出车和值班按现在登记的读取。',
  en: 'Fills and charges entered before that day only; those struck since are gone; the fleet register, cards, trips and duties are read as they stand today.',
};
