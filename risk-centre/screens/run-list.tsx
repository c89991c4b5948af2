import { LedgerPage, useRead, useWords } from '@opengoa/web-kit';

/** 规则运行记录: silence is counted here, so that nobody reads it as clean. */
export default function RunList() {
  const { w } = useWords();
  const { answer } = useRead('risk-centre.kits', {});
  const titleOf = (kit: string) => answer?.kits.find(({ id }) => id === kit)?.title;
  return (
    <LedgerPage
      list="risk-centre.runs"
      searchBy={['kit', 'unit_id']}
      cells={{
        kit: ({ kit }) => {
          const title = titleOf(String(kit));
          return title ? w(title) : <code>{String(kit)}</code>;
        },
      }}
      empty={{
        title: { zh: '还没有运行过', en: 'Nothing has run yet' },
        todo: { zh: '规则每天 04:20 自动运行。', en: 'Kits run daily at 04:20.' },
      }}
    />
  );
}
