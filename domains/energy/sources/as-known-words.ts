/** What the sources of this room read as it was known on a past day, and what of it is no longer to be had. */
import type { Words } from '@opengoa/kernel/contract';

export const reportsAsKnown: Words = {
  zh: '月报按当日以前签字报送、审核的数读取，此后的更正、退回不计；机构按现在的读取。',
  en: 'Statements as they had been submitted before that day, without what was corrected or returned since; the organisation as it stands today.',
};

export const reportsAndMetersAsKnown: Words = {
  zh: '月报、读数、更正、换表和移交只读当日以前录入的；此后撤销或被实测替换的估补值、追加延长的存疑起止已不可读；机构按现在的读取。',
  en: 'Statements, readings, corrections, exchanges and moves entered before that day only; estimates withdrawn or replaced since, and how far a doubt reached before it grew, are gone; the organisation as it stands today.',
};

export const headsAsKnown: Words = {
  zh: '月报和各处人数只读当日以前录入的；并室改派的座位不计，座位短于一天的、并室终止的不可读；机构和岗位按现在的读取。',
  en: 'Statements and counts entered before that day only; seats that a merger of rooms gave are left out, and its ends too; units and posts as they stand today.',
};

export const registersAsKnown: Words = {
  zh: '读数、更正、换表和存疑处理只读当日以前录入的，用量据此重算；机构按现在的读取。',
  en: 'Readings, corrections, exchanges and decisions on doubts entered before that day only, use reckoned from them; the organisation as it stands today.',
};

export const hoursAsKnown: Words = {
  zh: '读数、更正、换表、基线、单价、气温和变更只读当日以前录入的；撤销或被替换的估补、重报的气温、存疑时段的起止和自有日历按现在的读取。',
  en: 'Readings, corrections, exchanges, baselines, prices, weather and changes entered before that day only; estimates taken back since are gone; temperatures told again, the ends of doubts and own calendars are as they stand today.',
};
