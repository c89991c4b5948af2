import { LedgerPage } from '@opengoa/web-kit';
import { contractTones } from './tones.ts';

/** 物业合同. */
export default function ContractList() {
  return (
    <LedgerPage
      list="space.service-contracts"
      searchBy={['state', 'supplier', 'unit_id', 'states_energy']}
      opens="page"
      tones={{ state: contractTones }}
      empty={{
        title: { zh: '还没有物业合同', en: 'No property contracts yet' },
        todo: {
          zh: '点“登记物业合同”，填公司、房屋、期限、年费和服务项目；同意签订后按月考评。',
          en: 'Register one with its company, buildings, days, fee and what is served; once signed it is checked month by month.',
        },
      }}
    />
  );
}
