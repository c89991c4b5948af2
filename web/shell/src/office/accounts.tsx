import { LedgerPage } from '@opengoa/web-kit';

export default function Accounts() {
  return (
    <LedgerPage
      list="kernel.accounts"
      searchBy={['name', 'person_name', 'state']}
      tones={{ state: { active: 'done', disabled: 'refused' } }}
      empty={{
        title: { zh: '还没有账号', en: 'No accounts yet' },
        todo: {
          zh: '先在“机构”里登记人员，再为其开立账号。',
          en: 'Register people under Organisation first, then create accounts.',
        },
      }}
    />
  );
}
