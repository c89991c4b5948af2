import type { ListMeta } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';
import { ActButtons } from '../acts/act-buttons.tsx';
import { Pairs } from '../frame/page.tsx';
import { Sheet } from '../frame/sheet.tsx';
import { Go } from '../frame/way.tsx';
import { useWords } from '../words/i18n.ts';
import { Cell, headText, type Cells, type Tones } from './cell.tsx';
import { drawable } from './kept.ts';
import { addressOf, type LedgerRow } from './ledger-table.tsx';

interface RowSheetProps {
  readonly meta: ListMeta;
  readonly row: LedgerRow;
  readonly cells?: Cells<LedgerRow> | undefined;
  readonly tones?: Tones | undefined;
  /** The screen's own content; without it every column of the row. */
  readonly children?: ReactNode;
  /** Under the columns. */
  readonly below?: ReactNode;
  onClose(): void;
}

/** A row beside its list: everything known of it, what may be done, and the way to its page. */
export function RowSheet({ meta, row, cells, tones, children, below, onClose }: RowSheetProps) {
  const { t, language } = useWords();
  const names = drawable(meta);
  const address = addressOf(meta.opens, row);
  const [first] = names;
  const column = first ? meta.columns[first] : undefined;
  return (
    <Sheet
      title={
        first && column ? (
          <Cell name={first} column={column} row={row} language={language} cells={cells} tones={tones} />
        ) : (
          ''
        )
      }
      onClose={onClose}
      foot={
        <>
          {address ? (
            <Go className="k-link" to={address}>
              {t('openPage')}
            </Go>
          ) : (
            <span />
          )}
          <ActButtons may={row.may} object={row as Readonly<Record<string, unknown>>} keys onDone={onClose} />
        </>
      }
    >
      {children ?? (
        <Pairs
          pairs={names.slice(1).flatMap((name) => {
            const each = meta.columns[name];
            return each
              ? [
                  {
                    term: headText(each, language),
                    value: <Cell name={name} column={each} row={row} language={language} cells={cells} tones={tones} />,
                    wide: true,
                  },
                ]
              : [];
          })}
        />
      )}
      {below}
    </Sheet>
  );
}
