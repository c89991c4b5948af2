import { LedgerPage } from '@opengoa/web-kit';

/** 应急状态. */
export default function EmergencyList() {
  return (
    <LedgerPage
      list="assets.emergencies"
      searchBy={['state', 'name']}
      tones={{ state: { open: 'check', ended: 'done' } }}
      empty={{
        title: { zh: '现在是平时', en: 'No emergency' },
        todo: {
          zh: '发生突发事件时点“转入应急状态”；平时请先在“调用权限”里设定谁可以调用哪些物资。',
          en: 'Declare one when it comes; in peace say who may call what.',
        },
      }}
    />
  );
}
