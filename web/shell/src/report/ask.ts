import type { Words } from '@opengoa/kernel/contract';

/** What the server said, or that nothing came back. */
export class Unanswered extends Error {
  readonly words: Words | null;
  readonly status: number;
  constructor(words: Words | null, status: number) {
    super(words?.zh ?? 'no network');
    this.words = words;
    this.status = status;
  }
}

let proof: string | null = null;

/** Whether somebody is signed in at this browser; keeps the proof that their changes must carry. */
export async function whoIsHere(): Promise<boolean> {
  const session = await asked<{ person: unknown; proof: string | null }>('/api/session');
  ({ proof } = session);
  return session.person !== null;
}

/** One request to our own origin. @throws Unanswered */
export async function asked<Told>(
  path: string,
  sent?: { readonly body: BodyInit; readonly headers: Readonly<Record<string, string>> },
): Promise<Told> {
  let response: Response;
  try {
    response = await fetch(path, {
      credentials: 'same-origin',
      redirect: 'error',
      ...(sent
        ? {
            method: 'POST',
            body: sent.body,
            headers: { ...sent.headers, ...(proof ? { 'x-request-proof': proof } : {}) },
          }
        : {}),
    });
  } catch {
    throw new Unanswered(null, 0);
  }
  const told: unknown = await response.json().catch(() => null);
  if (response.ok) return told as Told;
  const { message: zh = '', messageEn: en = '' } = (told ?? {}) as { message?: string; messageEn?: string };
  throw new Unanswered(zh ? { zh, en } : null, response.status);
}

/** @param key one for each wish: sent again, it is done once */
export const change = <Told>(path: string, body: unknown, key: string): Promise<Told> =>
  asked<Told>(path, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  });
