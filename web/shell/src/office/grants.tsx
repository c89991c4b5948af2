import { LedgerPage, useWords } from '@opengoa/web-kit';
import { roleWords } from './role-words.ts';

export default function Grants() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="kernel.grants"
      searchBy={['state', 'role', 'unit_id']}
      cells={{ role: (row) => w(roleWords()[String(row['role'])] ?? String(row['role'])) }}
      tones={{ state: { proposed: 'check', confirmed: 'done', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有授权', en: 'No rights yet' },
        todo: { zh: '由安全管理员提出，另一位确认后生效。', en: 'One security officer proposes, another confirms.' },
      }}
    />
  );
}
