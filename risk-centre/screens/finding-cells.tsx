import { number, percent, yuan, type Cells, type LedgerRow } from '@opengoa/web-kit';

/** Cells of the findings ledger: probability as a share, expected loss in its own unit. */
export const findingCells: Cells<LedgerRow> = {
  probability: (row) => percent(row['probability'] as number),
  expected_loss: (row) => {
    const loss = row['expected_loss'] as number;
    const unit = row['loss_unit'] as string | null;
    if (unit === null) return '—';
    return unit === 'fen' ? `${yuan(loss)} 元` : `${number(loss, 0)} ${unit}`;
  },
};
