import { words } from '@opengoa/kernel/words';
import { Go, LedgerPage } from '@opengoa/web-kit';

/** 依赖关系: the ledger of what was entered or imported. */
export default function DependencyList() {
  return (
    <LedgerPage
      list="risk-centre.dependencies"
      searchBy={['part', 'said', 'unit_id', 'standing']}
      cells={{
        part: (row) => (
          <Go className="k-link" to={`/risk/depending?part=${row.part_id as string}`}>
            {row.part as string}
          </Go>
        ),
      }}
      empty={{
        title: words('还没有登记依赖关系', 'No dependency was entered yet'),
        todo: words(
          '按“登记依赖”逐条登记，或从表格导入；房间、楼层、建筑之间的关系由台账得出。',
          'Press “Enter a dependency” or import a table; rooms, floors and buildings are known by the ledgers.',
        ),
      }}
    />
  );
}
