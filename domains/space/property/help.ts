import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/space/property-contracts': [
    words(
      '物业服务合同：哪家公司、服务哪些房屋和项目、期限、年费和节能目标。',
      'Property contracts: company, buildings, what is served, days, fee and energy targets.',
    ),
    words(
      '办公用房管理员登记，单位负责人同意签订；到期前提醒，期满自动终止。',
      'The space clerk registers, whoever answers for the unit signs; it is reminded of before its end and ends on its day.',
    ),
  ],
  '/space/property-contracts/{id}': [
    words(
      '一份合同的约定、逐月考评和整改。点“登记考评”给本月看过的项目打分，没看的不打，不算 0 分。',
      'Terms, monthly checks and rectifications. Mark what was looked at; what was not is not checked, and never 0.',
    ),
    words(
      '结果是已打分项目的加权平均，旁边是同月的巡检问题和报修。',
      'The result is the weighted mean of the marks; defects and faults of the month stand beside it.',
    ),
    words(
      '有补充协议的点“变更合同”，负责人同意后从生效日期起执行；“各版约定”列出每一版和签订人。',
      'Amend it by a supplementary agreement: once signed it holds from its day. Editions lists each with who signed.',
    ),
  ],
  '/space/property-checks': [
    words(
      '每份合同每月一次考评，评的是公司服务，不评个人。改动用“更正”，旧版本保留。',
      'One check for each contract and month, of the company and never of a person. A correction keeps what stood before.',
    ),
  ],
  '/space/property-rectifications': [
    words(
      '低于标准线的考评要求公司整改：登记公司答复，再复核；不到位的退回并写明原因。',
      'What is below the line is put right: enter the company’s answer, then verify it or send it back with the reason.',
    ),
  ],
  '/space/property-events': [
    words(
      '合同房屋的巡检问题和扫码报修，供考评时参考，不自动扣分。',
      'Defects and reported faults of the buildings of a contract: for those who mark, taking nothing off by themselves.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
