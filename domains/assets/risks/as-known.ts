import type { Context } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import type { Words } from '@opengoa/kernel/contract';

/** The day on which a question about what was known is asked; today where it is about what stands. */
export const askedOn = ({ today }: Pick<Context, 'today'>, knownBefore: Date | undefined): string =>
  knownBefore === undefined ? today : dayOf(knownBefore);

/** What of cards and papers is known as of a past day. */
export const cardsKnown: Words = {
  zh: '卡片和单据按当日以前的登记还原，此后登记、更正、核销的均不计；批量卡片拆出部分的性能参数、车辆房屋卡片的金额按现在登记的读取。',
  en: 'Cards and papers as registered before that day; what was entered, changed or struck since is left out. Details of parts of a batch and values of vehicles and buildings are read as they stand today.',
};

/** The same of purchases and what lay idle beside them. */
export const purchasesKnown: Words = {
  zh: '卡片、购置计划、闲置应答按当日以前的登记还原，此后登记、更正、撤回的均不计；机构隶属按现在登记的读取。',
  en: 'Cards, purchase plans and answers to idle things as registered before that day; what was entered, changed or withdrawn since is left out. The tree of units is read as it stands today.',
};

/** The same of what institutions hold and whom they count. */
export const equipmentKnown: Words = {
  zh: '卡片、申报人数、任职按当日以前的登记还原；未申报办公室数的，只计当日以前登记的房间，其单位和状态按现在登记的读取。',
  en: 'Cards, declared headcounts and posts as registered before that day; offices that nobody declared are counted among rooms entered before it, with their unit and state of today.',
};

/** The same of stocktakes. */
export const stocktakesKnown: Words = {
  zh: '只读当日以前完成签字的盘点，签字后不再改动；卡片按当日以前的登记还原。',
  en: 'Stocktakes sealed before that day only, of which nothing moves afterwards; cards as registered before it.',
};
