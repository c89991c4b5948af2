import { LedgerPage } from '@opengoa/web-kit';

/** 规则运行记录: silence is counted here, so that nobody reads it as clean. */
export default function RunList() {
  return (
    <LedgerPage
      list="risk-centre.runs"
      searchBy={['kit', 'unit_id']}
      empty={{
        title: { zh: '还没有运行过', en: 'Nothing has run yet' },
        todo: { zh: '规则每天 04:20 自动运行。', en: 'Kits run daily at 04:20.' },
      }}
    />
  );
}
