import { words as pair } from '@opengoa/kernel/words';
import {
  Ledger,
  LedgerPage,
  problemOf,
  RefusalNote,
  run,
  Section,
  useSession,
  useWords,
  type Cells,
  type LedgerRow,
} from '@opengoa/web-kit';
import type { Problem } from '@opengoa/kernel/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

const undoable = ['done', 'stopped', 'part-way'];

/** 导入记录: what was brought, what became of it, and the way back while there is one. */
export default function ImportHistory() {
  return (
    <LedgerPage
      list="kernel.imports"
      searchBy={['kind', 'state', 'begun_at']}
      tones={{
        state: {
          done: 'done',
          running: 'busy',
          refused: 'refused',
          undone: 'plain',
          'part-way': 'check',
          stopped: 'plain',
        },
      }}
      below={(row) => <OneImport key={String(row['id'])} row={row} />}
      empty={{
        title: pair('还没有导入过', 'Nothing imported yet'),
        todo: pair(
          '在台账右上角点“导入”，下载模板，填好再选择文件。',
          'Press Import at the top of a ledger, take the template, fill it in and choose it.',
        ),
      }}
    />
  );
}

/** Its refused rows with their reasons, to be taken out as a workbook, and the undoing. */
function OneImport({ row }: { readonly row: LedgerRow }) {
  const { w, language } = useWords();
  const { person } = useSession();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const mine = row['person_id'] === person?.id && undoable.includes(String(row['state']));
  const undo = async () => {
    setGoing(true);
    setProblem(undefined);
    try {
      await run('kernel.undo-import', { import: String(row['id']) });
      // It goes on beside this page: the ledger is asked again until it is over.
      await new Promise((done) => setTimeout(done, 1_500));
      await queries.invalidateQueries();
    } catch (caught) {
      setProblem(problemOf(caught));
    } finally {
      setGoing(false);
      setAsked(false);
    }
  };
  const cells: Cells<LedgerRow> = {
    reason: (each) => String((language === 'en' ? each['reason_en'] : each['reason']) ?? ''),
  };
  return (
    <>
      <RefusalNote problem={problem} />
      {mine && !asked && (
        <p className="o-row">
          <Button danger onClick={() => setAsked(true)}>
            {w(pair('撤销本批', 'Undo this import'))}
          </Button>
        </p>
      )}
      {mine && asked && (
        <p className="o-row">
          <span>
            {w(
              pair(
                '新增的行将撤销；已被后续业务使用的行会保留并说明。',
                'New rows are taken out; those in use since then stay, and are named.',
              ),
            )}
          </span>
          <Button danger type="primary" loading={going} onClick={() => void undo()}>
            {w(pair('确认撤销', 'Undo'))}
          </Button>
          <Button disabled={going} onClick={() => setAsked(false)}>
            {w(pair('不撤销', 'Keep'))}
          </Button>
        </p>
      )}
      {Number(row['refused_rows']) > 0 && (
        <Section title={pair('被拒绝的行', 'Refused rows')}>
          <Ledger list="kernel.import-errors" inside fixed={{ batch_id: { is: String(row['id']) } }} cells={cells} />
        </Section>
      )}
    </>
  );
}
