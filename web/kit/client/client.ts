import type { ListAnswer, ListMeta, Problem, Session, VerbAnswerShape } from '@opengoa/kernel/contract';
import type { Answer, AskedOf, Input, ListName, ReadName, Result, Row, VerbName } from './door-types.ts';
import { uuid } from './uuid.ts';
import { isProblem, noAnswer, noNetwork, ProblemError } from './problem.ts';

/** Pauses before a request that got no answer is sent again, with the same key. */
const RETRY_AFTER_MS = [400, 1200, 3000];

/** Values of a query; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

let proof: string | null = null;
let signedOut: () => void = () => undefined;

/** Called by the shell: what happens when the server says that the session is over. */
export function whenSignedOut(act: () => void): void {
  signedOut = act;
}

let factorShown: () => Promise<boolean> = () => Promise.resolve(false);

/** Called by the shell: asks the person for the second factor again; false when they would rather not (SEC-SE-06). */
export function whenFactorIsOld(ask: () => Promise<boolean>): void {
  factorShown = ask;
}

export function searchOf(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

const pause = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms);
  });

async function answerOf<T>(response: Response): Promise<T> {
  const requestId = response.headers.get('x-request-id') ?? '';
  const text = await response.text().catch(() => '');
  let body: unknown;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    throw new ProblemError(noAnswer(response.status, requestId));
  }
  if (response.ok) return body as T;
  throw new ProblemError(isProblem(body) ? body : noAnswer(response.status, requestId));
}

async function responseOf(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', redirect: 'error', ...init });
  } catch (caught) {
    if (init.signal?.aborted) throw caught;
    throw new ProblemError(noNetwork());
  }
}

/** One request to our own origin. Throws {@link ProblemError}; nothing else is expected. */
export const request = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
  answerOf<T>(await responseOf(path, init));

function told<T>(caught: unknown, signal?: AbortSignal): T {
  if (!signal?.aborted && caught instanceof ProblemError && caught.problem.status === 401) signedOut();
  throw caught;
}

/** `GET /api/reads/<name>?…` of a door that is only known by the name it is given at run time. */
export async function ask<Told>(door: string, query: Query = {}, signal?: AbortSignal): Promise<Told> {
  try {
    return await request<Told>(`/api/reads/${door}${searchOf(query)}`, {
      headers: { accept: 'application/json' },
      ...(signal ? { signal } : {}),
    });
  } catch (caught) {
    return told<Told>(caught, signal);
  }
}

/** `GET /api/reads/<name>?…`: one answer. `await get('vehicles.proposals', { trip })` */
export const get = <Name extends ReadName>(
  read: Name,
  query: AskedOf<Name>,
  signal?: AbortSignal,
): Promise<Answer<Name>> => ask<Answer<Name>>(read, query, signal);

/** `GET /api/reads/<list>?…`: one page of a ledger. */
export const getList = <Name extends ListName>(
  list: Name,
  query: Query = {},
  signal?: AbortSignal,
): Promise<ListAnswer<Row<Name>>> => ask<ListAnswer<Row<Name>>>(list, query, signal);

/** `GET /api/lists/<list>`: what a ledger page is drawn from. */
export const getListMeta = (list: string, signal?: AbortSignal): Promise<ListMeta> =>
  request<ListMeta>(`/api/lists/${list}`, signal ? { signal } : {});

/** `GET /api/session`; keeps the proof that every changing request must carry. */
export async function getSession(signal?: AbortSignal): Promise<Session> {
  const session = await request<Session>('/api/session', signal ? { signal } : {});
  proof = session.proof;
  return session;
}

const staleProof = (problem: Problem) => problem.status === 403 && problem.code === 'not-from-our-page';

/** Shows the factor where a refusal asks for it; the session then goes on under another token and proof. */
async function factorRenewed({ code }: Problem): Promise<boolean> {
  if (code !== 'factor-not-fresh' || !(await factorShown())) return false;
  await getSession();
  return true;
}

/** `GET` of a file that may be refused in words first, under the name the server gives it. */
export async function takeFile(path: string): Promise<{ readonly name: string; readonly content: Blob }> {
  let response = await responseOf(path, {});
  if (!response.ok) {
    const caught: unknown = await answerOf(response).catch((error: unknown) => error);
    if (!(caught instanceof ProblemError) || !(await factorRenewed(caught.problem))) return told(caught);
    response = await responseOf(path, {});
    if (!response.ok) return answerOf(response);
  }
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name: decodeURIComponent(name), content: await response.blob() };
}

/** A changing request to any of our addresses, with the proof, sent again while nothing comes back. */
export async function send<T>(path: string, body: BodyInit, contentType: string, key: string): Promise<T> {
  let [proofRenewed, factorAsked] = [false, false];
  for (let tries = 0; ; tries += 1) {
    try {
      return await request<T>(path, {
        method: 'POST',
        body,
        headers: {
          accept: 'application/json',
          'content-type': contentType,
          'idempotency-key': key,
          ...(proof ? { 'x-request-proof': proof } : {}),
        },
      });
    } catch (caught) {
      if (!(caught instanceof ProblemError)) throw caught;
      const wait = RETRY_AFTER_MS[tries];
      if (staleProof(caught.problem) && !proofRenewed) {
        proofRenewed = true;
        await getSession();
      } else if ((caught.problem.code === 'no-network' || caught.problem.status === 503) && wait !== undefined) {
        await pause(wait);
      } else if (!factorAsked && (await factorRenewed(caught.problem))) {
        factorAsked = true;
      } else {
        return told<T>(caught);
      }
    }
  }
}

export interface VerbAnswer<Told = unknown> extends VerbAnswerShape {
  readonly result: Told;
}

/**
 * `POST /api/verbs/<room>.<verb>` of a verb that is only known by the name it is given at run time.
 * @param key the Idempotency-Key of the wish; a caller that may be pressed twice keeps it (see `intent.ts` and `useVerb`)
 * @throws ProblemError with the server's refusal
 */
export const runAny = async <Told = unknown>(
  verb: string,
  input: unknown = {},
  key: string = uuid(),
): Promise<VerbAnswer<Told>> => {
  const answer = await send<VerbAnswer<Told>>(`/api/verbs/${verb}`, JSON.stringify(input), 'application/json', key);
  for (const hear of whoHear) hear(verb);
  return answer;
};

const whoHear = new Set<(verb: string) => void>();

/** Called with the name of every act that this page has done; it stays in this page. Returns how to stop. */
export function whenDone(hear: (verb: string) => void): () => void {
  whoHear.add(hear);
  return () => whoHear.delete(hear);
}

/** What the server says of a file that it took: its id goes into the act that it belongs to. */
export interface BroughtFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/**
 * `POST /api/files/<point>`: brings a file in; an act then takes it for its thing.
 * @throws ProblemError with the server's refusal
 */
export const bringFile = (point: string, file: File): Promise<BroughtFile> =>
  send<BroughtFile>(
    `/api/files/${point}${searchOf({ name: file.name || 'photo.jpg' })}`,
    file,
    // Browsers call drawings and maps by names of their own; the bytes decide what a file is, and nothing that is said of them.
    'application/octet-stream',
    uuid(),
  );

/** `POST /api/verbs/<room>.<verb>`: see {@link runAny}. */
export const run = <Name extends VerbName>(
  verb: Name,
  input: Input<Name>,
  key?: string,
): Promise<VerbAnswer<Result<Name>>> => runAny<Result<Name>>(verb, input, key);
