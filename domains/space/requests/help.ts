import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of requests, vacant rooms and licences are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/ask': [
    words(
      '只填用途、人数和面积；编制、现有用房和核定面积自动带出。',
      'Give purpose, people and area; the rest is filled in.',
    ),
    words(
      '先由单位负责人审核，再由机关事务部门受理。',
      'The head of the unit looks at it first, then the keeper of the premises.',
    ),
  ],
  '/space/requests': [words('用房申请从审批到配置的进度。', 'Requests, from approval to the rooms.')],
  '/space/requests/{id}': [
    words(
      '配置按次序：先调剂，再置换，再租用，最后建设。前一种要说明为什么不能满足，才能用后一种。',
      'Own premises first, then exchange, rent, and building last. Each is ruled out with its reason before the next is open.',
    ),
    words(
      '在“候选房源”里选房，配置后自动核发使用凭证。',
      'Choose among the vacant rooms; the licence is issued with it.',
    ),
  ],
  '/space/vacancies': [
    words('没有单位使用的房间，可以用于调剂。', 'Rooms that nobody has in use, open to be allotted.'),
  ],
  '/space/licences': [
    words(
      '每次配置核发一张凭证；收回房间、限期腾退从这里开始。',
      'One for each allotment; rooms are called back from here.',
    ),
  ],
  '/space/licences/{id}': [
    words(
      '可以打印。收回一部分房间时只选那一间，凭证继续有效。',
      'It can be printed. Taking back one room leaves the others in force.',
    ),
  ],
};
export default help;
