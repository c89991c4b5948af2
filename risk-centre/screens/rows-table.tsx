import { EmptyState, TableBox, useWords } from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly title: Words;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  readonly amount?: boolean;
}

interface RowsTableProps<Row> {
  readonly title: Words;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty: { readonly title: Words; readonly todo?: Words };
}

/** Rows of a read, complete on one page: what has no ledger behind it. */
export function RowsTable<Row>({ title, columns, rows, keyOf, empty }: RowsTableProps<Row>) {
  const { w } = useWords();
  if (rows.length === 0) return <EmptyState {...empty} />;
  return (
    <TableBox title={w(title)} className="rc-table">
      <table className="k-table k-table-wrap">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title.zh} scope="col" className={column.amount ? 'k-amount' : undefined}>
                {w(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.title.zh} className={column.amount ? 'k-amount' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
