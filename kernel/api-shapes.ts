import type { Column } from './reads/list.ts';
import type { Words } from './words.ts';

/** RFC 9457 problem document, as every refusal is answered. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
  readonly requestId: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly possible?: readonly string[];
  /** For input that does not fit its shape: which field and why. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

export interface VerbAnswerShape {
  readonly facts: readonly { id: string; type: string; object: { kind: string; id: string } }[];
  readonly result?: unknown;
}

/** `GET /api/reads/<list>?q=&f.state=approved&f.starts_at.from=2026-03-01&sort=-starts_at&after=<cursor>&size=50&sums=1` */
export interface ListAnswer<Row = Record<string, unknown>> {
  readonly rows: readonly (Row & { may?: readonly string[] })[];
  /** Sealed cursor of the next page, bound to reader and query; absent on the last. */
  readonly next?: string;
  /** Exact up to 10,000; beyond that an estimate that says so. */
  readonly total: { readonly count: number; readonly exact: boolean };
  readonly sums?: Readonly<Record<string, number>>;
}

/** `GET /api/lists/<list>`: what the ledger page draws itself from. */
export interface ListMeta {
  readonly name: string;
  readonly title: Words;
  readonly columns: Readonly<Record<string, Column>>;
  readonly order: string;
  readonly search: boolean;
  readonly sheet?: string;
  readonly opens?: string;
  /** Verbs without an object that this reader may start from the toolbar. */
  readonly may: readonly string[];
}

/** `GET /api/session` (200 with `person: null` when signed out). */
export interface Session {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly post: { readonly id: string; readonly title: string } | null;
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** Every post this person may act in; switching changes the session. */
  readonly posts: readonly { id: string; title: string; unit: { id: string; name: string }; standInFor?: string }[];
  readonly roles: readonly string[];
  /** Verb and read names that are open to this person somewhere: navigation is drawn from it. */
  readonly may: readonly string[];
  /** To be sent as `X-Request-Proof` with every changing request (SEC-SE-07). */
  readonly proof: string | null;
  readonly needs?: 'second-factor' | 'new-password' | 'first-administrator';
  readonly demo: boolean;
  readonly waiting: { readonly tasks: number; readonly messages: number };
  readonly lastSignIn?: { readonly at: string; readonly address: string; readonly failedSince: number };
  readonly setAside?: { readonly readOnly: boolean };
}
