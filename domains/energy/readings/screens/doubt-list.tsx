import { LedgerPage } from '@opengoa/web-kit';

/** 存疑读数: apart from every total until somebody decides. */
export default function DoubtList() {
  return (
    <LedgerPage
      list="energy.doubts"
      about={{
        zh: '以下读数自相矛盾或来得太迟，确认之前不计入任何合计；原始读数不改。',
        en: 'These contradict themselves or came too late; until decided they are in no total. What was read is not touched.',
      }}
      searchBy={['state', 'rule', 'unit_id']}
      tones={{ state: { open: 'check', counted: 'done', 'left-out': 'plain' } }}
      empty={{
        title: { zh: '没有存疑读数', en: 'Nothing in doubt' },
        todo: { zh: '无需处理；新读数入库时自动检查。', en: 'Nothing to do; readings are looked at as they come in.' },
      }}
    />
  );
}
