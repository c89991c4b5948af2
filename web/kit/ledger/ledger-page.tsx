import type { Words } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';
import { ActButtons } from '../acts/act-buttons.tsx';
import { Page } from '../frame/page.tsx';
import { actOf } from '../room.ts';
import { useListMeta } from '../hooks/reads.ts';
import { Ledger, type LedgerProps } from './ledger.tsx';

export interface LedgerPageProps extends LedgerProps {
  /** The list's own title when left out. */
  readonly title?: Words;
  readonly about?: Words;
  /** Beside the verbs the list itself offers. */
  readonly acts?: ReactNode;
  /** Above the filters: a strip of figures, tabs. */
  readonly above?: ReactNode;
}

/** A ledger as a page: title, what may be started from here, filters, rows. `<LedgerPage list="vehicles.trips" />` is a whole screen. */
export function LedgerPage({ title, about, acts, above, ...ledger }: LedgerPageProps) {
  const meta = useListMeta(ledger.list).answer;
  return (
    <Page
      fill
      title={title ?? meta?.title ?? ''}
      {...(about ? { about } : {})}
      acts={
        <>
          {acts}
          <ActButtons may={meta?.may.filter((verb) => actOf(verb)?.starts === ledger.list)} shown={1} />
        </>
      }
    >
      {above}
      <Ledger {...ledger} />
    </Page>
  );
}
