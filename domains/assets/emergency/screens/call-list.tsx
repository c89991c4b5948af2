import { LedgerPage } from '@opengoa/web-kit';

/** 应急调用单. */
export default function CallList() {
  return (
    <LedgerPage
      list="assets.emergency-calls"
      searchBy={['state', 'side', 'name']}
      tones={{ state: { called: 'check', 'handed-out': 'done', cancelled: 'plain' } }}
      empty={{
        title: { zh: '没有应急调用', en: 'No calls' },
        todo: {
          zh: '应急状态下在“可调用物资”里点“应急调用”。',
          en: 'In an emergency call things on the page of what may be called.',
        },
      }}
    />
  );
}
