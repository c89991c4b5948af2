import type { Actor } from '@opengoa/kernel';
import type { Session } from '@opengoa/kernel/contract';
import type { FastifyRequest } from 'fastify';

/** Who stands at the door, and the proof a page of theirs must send with changes. */
export interface Caller {
  readonly actor: Actor;
  /** How the caller was known: by cookie (a browser), by key (a machine), or not at all. */
  readonly by: 'cookie' | 'key' | 'nothing';
  readonly proof: string | null;
  /** What the person must do before anything else opens. */
  readonly needs?: Session['needs'];
}

/** Knows callers. The identity room gives it; the HTTP layer only asks. */
export interface Doorman {
  know(request: FastifyRequest): Promise<Caller>;
}
