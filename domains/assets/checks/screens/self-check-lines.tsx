import { LedgerPage } from '@opengoa/web-kit';

/** 自查明细. */
export default function SelfCheckLines() {
  return (
    <LedgerPage
      list="assets.self-check-lines"
      searchBy={['state', 'reason', 'check_number']}
      tones={{ state: { waiting: 'check', confirmed: 'done', disputed: 'refused', settled: 'done' } }}
      empty={{
        title: { zh: '没有自查明细', en: 'Nothing here yet' },
        todo: {
          zh: '发起自查后，这里逐件列出确认和异议；有异议的由资产管理员处理。',
          en: 'Each thing with its confirmation or dispute stands here once a self-check is open.',
        },
      }}
    />
  );
}
