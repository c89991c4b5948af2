import type { Words } from '@opengoa/kernel/contract';

/** How a seat is to be understood, as whoever keeps the ledger has entered it. */
export const standings = {
  ordinary: { zh: '在岗使用', en: 'Ordinary' },
  'second-office': { zh: '兼职另配', en: 'Second office' },
  seconded: { zh: '借调使用', en: 'Seconded' },
  retired: { zh: '已退休未腾退', en: 'Retired, not vacated' },
  left: { zh: '已调离未腾退', en: 'Left, not vacated' },
  host: { zh: '合署或共用', en: 'Shared office' },
} as const satisfies Record<string, Words>;
export type Standing = keyof typeof standings;

/** What the organisation and the other seats say of a seat on that day. */
export const seatMarks = {
  'concurrent-post': { zh: '有兼任职务', en: 'Concurrent post' },
  'shared-room': { zh: '多人合用', en: 'Shared room' },
  'several-rooms': { zh: '有多处座位', en: 'Several rooms' },
  'no-post-now': { zh: '当日无任职', en: 'No post that day' },
  'other-unit': { zh: '任职单位与房间使用单位不同', en: 'Post of another unit' },
  'merged-unit': { zh: '使用单位已合并或撤销', en: 'Unit merged or ended' },
} as const satisfies Record<string, Words>;
export type SeatMark = keyof typeof seatMarks;

/** Why no standard can be told of a person. */
export const capLacks = {
  'no-post': { zh: '当日没有任职', en: 'no post held that day' },
  'rank-unknown': { zh: '岗位没有职级或职级不在对照表中', en: 'the rank is not in the table of ranks' },
  'left-open': { zh: '标准留待主管部门确定', en: 'left to the competent authority' },
  'not-on-that-day': { zh: '当日没有生效的标准', en: 'no standard in force that day' },
} as const satisfies Record<string, Words>;
export type CapLack = keyof typeof capLacks;

export const roomStatuses = {
  empty: { zh: '无人', en: 'Empty' },
  within: { zh: '未超标准', en: 'Within' },
  over: { zh: '超出标准', en: 'Over standard' },
  bound: { zh: '超出（结构受限）', en: 'Over, walls fixed' },
  'not-vacated': { zh: '有未腾退人员', en: 'Not vacated' },
  insufficient: { zh: '数据不足', en: 'Not enough data' },
} as const satisfies Record<string, Words>;
export type RoomStatus = keyof typeof roomStatuses;

export const paperRanks = {
  minister: { zh: '省部级正职', en: 'Minister' },
  'vice-minister': { zh: '省部级副职', en: 'Vice-minister' },
  'bureau-chief': { zh: '厅局级正职', en: 'Bureau chief' },
  'bureau-deputy': { zh: '厅局级副职', en: 'Bureau deputy' },
  'division-chief': { zh: '县处级正职', en: 'Division chief' },
  'division-deputy': { zh: '县处级副职', en: 'Division deputy' },
  'section-chief': { zh: '乡科级正职', en: 'Section chief' },
  'section-deputy': { zh: '乡科级副职', en: 'Section deputy' },
  staff: { zh: '科员及以下', en: 'Staff' },
} as const satisfies Record<string, Words>;

export const seatingFactWords = {
  'space.PersonSeated': { zh: '安排座位', en: 'Person seated' },
  'space.PersonMoved': { zh: '调整座位', en: 'Person moved' },
  'space.SeatingEnded': { zh: '腾退座位', en: 'Seat vacated' },
  'space.StandingChanged': { zh: '变更使用情形', en: 'Standing changed' },
  'space.SeatsReckoned': { zh: '核对用房标准', en: 'Standards of seats reckoned' },
} as const satisfies Record<string, Words>;

export const seatingRefusals: Readonly<Record<string, Words>> = {
  'person-unknown': { zh: '没有找到人员“{person}”，请核对姓名和单位。', en: '“{person}” is not found.' },
  'person-ambiguous': {
    zh: '有多位“{person}”，请按人员选择或写明任职单位。',
    en: 'Several people are called “{person}”.',
  },
  'sits-here-already': { zh: '{person} 已登记在该房间。', en: '{person} sits here already.' },
  'sits-elsewhere': {
    zh: '{person} 已有办公室（{room}）。请用“调整座位”；确因兼职另配的，选“兼职另配”并填写批准文件；清查时发现的，勾选“按清查实际登记”。',
    en: '{person} has an office already ({room}). Move them, or enter a second office with its paper, or what a count has found.',
  },
  'second-needs-paper': {
    zh: '兼职另配须填写批准文件。',
    en: 'A second office needs the paper that approves it.',
  },
  'seating-ended': { zh: '该座位已于 {day} 腾退。', en: 'This seat was vacated on {day}.' },
  'day-before-seating': { zh: '日期须在入座日 {day} 之后。', en: 'The day lies after {day}, when the seat was taken.' },
  'same-room': { zh: '已在该房间。', en: 'They sit in this room already.' },
};
