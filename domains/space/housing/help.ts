import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/space/homes': [
    words(
      '本单位管理的周转住房；已是房产台账中的房间，选房间即可，不必再填一遍。',
      'Homes kept for staff. What is a room of the ledger already is chosen there, not entered twice.',
    ),
    words(
      '安排和退出时状态自动变更；上面的数字点开就是对应的清单。',
      'States follow from assigning and moving out; each figure above opens its list.',
    ),
    words(
      '已有台账的在“导入”中选“周转住房”成批登记；有问题的行退回错误表，不影响其余。',
      'A ledger that is there already comes in under Import as a sheet; rows that cannot be taken come back with their reasons.',
    ),
  ],
  '/space/homes/{id}': [
    words('一套住房的资料和历次入住。', 'One home, and the stays in it, for those who may read them.'),
  ],
  '/space/home-applications': [
    words(
      '在这里申请周转住房，查看办理进度；姓名、单位、职务自动带出。',
      'Ask for a home here and follow it; name, unit and post are filled in.',
    ),
    words(
      '单位负责人审批后，由办公用房管理员安排住房、办理入住。',
      'Whoever leads the unit approves; then the space clerk assigns a home.',
    ),
  ],
  '/space/home-applications/{id}': [
    words(
      '一份申请从审批、安排住房到入住；安排住房之前可以撤回。',
      'From approval to moving in; it can be withdrawn until a home is assigned.',
    ),
  ],
  '/space/stays': [
    words(
      '谁住在哪套住房、期限到哪天。期满未退的会提醒管理员核实。',
      'Who lives where and until when; after the term the clerk is reminded.',
    ),
  ],
  '/space/stays/{id}': [
    words(
      '期限和各月租金。期满未退出的，租金按月继续列出。',
      'The term and the rent month by month; months go on until somebody moved out.',
    ),
    words(
      '需要延长的凭批准文件“续期”，搬离的“办理退出”并写明交接情况。',
      'Renew by a paper; or have them move out, with what was handed over.',
    ),
  ],
  '/space/home-rents': [
    words(
      '每一笔住房租金；登记错的用“冲销”，记录保留。',
      'Every payment; what was entered wrongly is struck and stays.',
    ),
  ],
  '/space/home-rents-due': [
    words(
      '过了应缴日仍未登记的住房租金；点住房名称补登记。',
      'Rent past its day; open the stay to record what was paid.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
