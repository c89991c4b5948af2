import { LedgerPage } from '@opengoa/web-kit';

/** 文件分析: one's own, and what was kept. */
export default function AnalysisList() {
  return (
    <LedgerPage
      list="risk-centre.analyses"
      searchBy={['state', 'method', 'name', 'file_names']}
      tones={{
        state: {
          looking: 'busy',
          looked: 'check',
          waiting: 'busy',
          running: 'busy',
          done: 'check',
          kept: 'done',
          cancelled: 'plain',
          failed: 'refused',
        },
      }}
      opens="page"
      empty={{
        title: { zh: '还没有分析过文件', en: 'No file was analysed yet' },
        todo: {
          zh: '按“分析文件”，选一个方法并上传。',
          en: 'Press “Analyse files”, choose a method and bring a file.',
        },
      }}
    />
  );
}
