import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the pages of quotas are for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/quotas': [
    words(
      '每个单位按编制和标准可以有多少面积，现有多少，多出多少。点一个单位看每个数的由来。',
      'What each unit may have, what it has and what is beyond. Open a unit for where each figure comes from.',
    ),
    words(
      '“核定面积”按编制、职级自动计算，只需填文件、起始日和房屋类型。',
      'A quota is reckoned by itself: give the paper, the day and the kind of building.',
    ),
  ],
  '/space/quotas/{id}': [
    words(
      '办公室按职级上限，服务用房按人均公式，设备用房按比例；同时给出按编制和按实有人数两个口径。',
      'Offices by rank, service rooms by the formula per head, equipment rooms by share; by posts and by staff.',
    ),
    words(
      '依据未经核实的，只标“待核实”。没有对应职级的岗位不计办公室面积，请先核对岗位职级。',
      'What rests on an unconfirmed paper is only to be checked. A post whose rank the standard does not know counts no office.',
    ),
  ],
  '/space/quota-records': [
    words('每一次核定都保留，撤销的也在。', 'Every quota that was set stays here, struck ones too.'),
  ],
};
export default help;
