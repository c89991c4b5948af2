import type { Context } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import type { Words } from '@opengoa/kernel/contract';

/** The day on which a question about what was known is asked; today where it is about what stands. */
export const askedOn = ({ today }: Pick<Context, 'today'>, knownBefore: Date | undefined): string =>
  knownBefore === undefined ? today : dayOf(knownBefore);

/** What of rooms and who sits in them is known as of a past day. */
export const seatsKnown: Words = {
  zh: '房间、座位、任职按当日以前的登记还原，此后登记、更正、结束的均不计；机构及其级别按现在登记的读取。',
  en: 'Rooms, seats and posts as registered before that day; what was entered, corrected or ended since is left out. Units and their levels are read as they stand today.',
};

/** What of leases and rooms is known as of a past day. */
export const leasesKnown: Words = {
  zh: '租借、缴款、房间及其状态按当日以前的登记还原，此后登记、注销、结束的均不计；机构按现在登记的读取。',
  en: 'Leases, payments, rooms and their states as registered before that day; what was entered, struck or ended since is left out. Units are read as they stand today.',
};

/** The same of rooms declared vacant and of the meters in them: the energy office tells of a month when it changed last, and no more. */
export const metersKnown: Words = {
  zh: '房间、状态、分配和表计位置按当日以前的登记还原；电量只计当日以前已定、此后未再变动的月份；机构按现在登记的读取。',
  en: 'Rooms, their states, allotments and meters as registered before that day; months of electricity that have not changed since only. Units are read as they stand today.',
};

/** The same of rooms declared vacant: what stands in them is told by the assets office, as it has it now. */
export const vacantKnown: Words = {
  zh: '房间、状态和座位按当日以前的登记还原；资产只计当日以前登记的卡片，其所在房间和使用状态按现在登记的读取。',
  en: 'Rooms, their states and seats as registered before that day; cards of assets entered before it only, in the room and state in which they stand today.',
};
