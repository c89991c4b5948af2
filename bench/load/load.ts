/** What one round of load asks for, as it goes to the process that makes it. */
export interface LoadOrder {
  readonly host: string;
  readonly port: number;
  readonly seconds: number;
  /** One entry for each connection; a connection repeats its own requests in turn. */
  readonly connections: readonly ConnectionOrder[];
}

export interface ConnectionOrder {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: readonly { readonly path: string; readonly body?: string }[];
  /** Each request carries a new `Idempotency-Key`. */
  readonly idempotent: boolean;
}

export interface LoadReport {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Answers other than 200, and the first of them. */
  readonly refused: number;
  readonly firstRefusal: string | null;
}
