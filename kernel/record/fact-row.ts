import type { Id } from '../id.ts';

/** One fact as the kernel hands it to the Record: who, as they were at that time; what; where it belongs. */
export interface FactRow {
  readonly id: Id;
  readonly happenedAt: Date;
  readonly actorKind: string;
  readonly person: Id | null;
  readonly personName: string | null;
  readonly standInFor: Id | null;
  readonly post: Id | null;
  readonly postTitle: string | null;
  /** The unit the actor acted for. */
  readonly actorUnit?: Id | null;
  readonly address: string | null;
  /** The unit the fact belongs to. */
  readonly unit: Id | null;
  readonly verb: string;
  readonly type: string;
  readonly objectKind: string | null;
  readonly objectId: Id | null;
  readonly outcome: 'done' | 'refused';
  /** Code of the refusal, when the outcome is `refused`. */
  readonly refusal: string | null;
  readonly why: string | null;
  readonly requestId: Id | null;
  readonly cause: Id | null;
  readonly corrects: Id | null;
  readonly facets: object | null;
  readonly body: unknown;
  /** The person whose personal fields the body carries. */
  readonly subject: Id | null;
  /** Names of body fields kept under the subject's own key. */
  readonly personal: readonly string[];
}
