/** What happens to the city's things in its year: entered, planned, bought, looked for, lent, given away and scrapped; each on its day. */

export interface EnteredCard {
  readonly kind: 'card';
  readonly day: string;
  readonly unit: string;
  readonly number: string;
  readonly name: string;
  /** GB/T 14885-2022 */
  readonly class: string;
  readonly item?: string;
  readonly model?: string;
  readonly serial?: string;
  readonly quantity?: number;
  readonly valueFen: number;
  readonly acquiredOn: string;
  readonly bookedOn?: string;
  readonly voucher?: string;
  readonly supplier?: string;
  readonly condition?: 'good' | 'worn' | 'repairable' | 'unusable';
  readonly state?: 'idle' | 'in-stock';
  readonly note?: string;
}

export interface PurchaseOfYear {
  readonly kind: 'purchase';
  readonly day: string;
  readonly unit: string;
  readonly title: string;
  readonly reason: string;
  readonly line: {
    readonly name: string;
    readonly class: string;
    readonly equipment?: string;
    readonly quantity: number;
    readonly priceFen: number;
  };
  /** What is said to every idle thing that would have done, and whether whoever is above agrees. */
  readonly declined?: {
    readonly reason: 'too-far' | 'too-worn' | 'too-weak' | 'other';
    readonly said: string;
    readonly followed: 'agreed' | 'look-again' | null;
  };
  /** Null where it has not come yet. */
  readonly delivered: {
    readonly day: string;
    readonly invoice: string;
    readonly supplier: string;
    readonly apart?: true;
    /** Where it is not the price that was planned. */
    readonly priceFen?: number;
  } | null;
}

export interface DisposalOfYear {
  readonly kind: 'disposal';
  readonly day: string;
  readonly unit: string;
  readonly number: string;
  readonly manner: 'scrap' | 'donate' | 'allocate' | 'sell' | 'auction';
  readonly grounds?: readonly ('obsolete' | 'lost' | 'over-age' | 'force-majeure')[];
  readonly why?: string;
  readonly certificate?: string;
  readonly recipient?: string;
  readonly note?: string;
  readonly proceedsFen?: number;
}

export interface StocktakeOfYear {
  readonly kind: 'stocktake';
  readonly day: string;
  readonly unit: string;
  readonly class: string;
  /** Not scanned, and how that was explained. */
  readonly unseen: readonly { readonly number: string; readonly how: 'present' | 'lost'; readonly why: string }[];
}

export type AssetEvent =
  | EnteredCard
  | PurchaseOfYear
  | DisposalOfYear
  | StocktakeOfYear
  | {
      readonly kind: 'headcount';
      readonly day: string;
      readonly unit: string;
      readonly people: number;
      readonly establishment: number;
      readonly offices: number;
    }
  | { readonly kind: 'fell-idle'; readonly day: string; readonly number: string }
  | {
      readonly kind: 'lend';
      readonly day: string;
      readonly number: string;
      readonly borrower: string;
      readonly dueOn: string;
    };

/** In the order of the days; of one day in the order in which they were told. */
export type AssetsYear = readonly AssetEvent[];
