import { Agent, request } from 'node:http';
import { newId } from '@opengoa/kernel';
import type { Problem } from '@opengoa/kernel/contract';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Parsed, where it is JSON. */
  readonly body: unknown;
  /** The code of a refusal, or undefined. */
  readonly code: string | undefined;
  readonly millis: number;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
}

/** A browser that does what browsers do: keeps its cookies, says where its page came from, sends the proof it was given. */
export class Visitor {
  readonly origin: string;
  readonly cookies = new Map<string, string>();
  proof: string | null = null;
  readonly #agent: Agent;

  constructor(origin: string, { connections = 64 }: { connections?: number } = {}) {
    this.origin = origin;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Whoever holds this token, as if they had signed in. */
  static holding(origin: string, token: string, proof: string): Visitor {
    const visitor = new Visitor(origin);
    visitor.cookies.set('opengoa', token);
    visitor.proof = proof;
    return visitor;
  }

  /** Exactly this request; a header set to undefined is left out. Nothing is added but the cookies. */
  ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const sent = payload(body);
    const all: Record<string, string | string[]> = {};
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const given = {
      ...(cookie === '' ? {} : { cookie }),
      ...(sent === undefined ? {} : { 'content-length': String(sent.length) }),
      ...headers,
    };
    for (const [name, value] of Object.entries(given)) if (value !== undefined) all[name] = value;
    const began = performance.now();
    return new Promise((done, fail) => {
      const { hostname, port } = new URL(this.origin);
      const asking = request({ hostname, port, path, method, headers: all, agent: this.#agent }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', fail);
        response.on('end', () => {
          this.#keep(response.headers['set-cookie'] ?? []);
          const text = Buffer.concat(pieces).toString();
          const parsed = /json/.test(response.headers['content-type'] ?? '') ? parse(text) : undefined;
          done({
            status: response.statusCode!,
            headers: response.headers,
            text,
            body: parsed,
            code: (parsed as Problem | undefined)?.code,
            millis: performance.now() - began,
          });
        });
      });
      asking.on('error', fail);
      asking.end(sent);
    });
  }

  get(path: string, headers: Asked['headers'] = {}): Promise<Answer> {
    return this.ask(path, { headers: { 'sec-fetch-site': 'same-origin', ...headers } });
  }

  read(name: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const search = new URLSearchParams(query).toString();
    return this.get(`/api/reads/${name}${search === '' ? '' : `?${search}`}`);
  }

  /** What a page of ours sends with every change. */
  page(more: Asked['headers'] = {}): Record<string, string | string[] | undefined> {
    return {
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'idempotency-key': newId(),
      ...(this.proof === null ? {} : { 'x-request-proof': this.proof }),
      ...more,
    };
  }

  post(path: string, body: unknown, headers: Asked['headers'] = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', body, headers: this.page(headers) });
  }

  run(verb: string, input: unknown = {}, headers: Asked['headers'] = {}): Promise<Answer> {
    return this.post(`/api/verbs/${verb}`, input, headers);
  }

  async does<Result>(verb: string, input: unknown = {}): Promise<Result> {
    const answer = await this.run(verb, input);
    if (answer.status !== 200) throw new Error(`${verb}: ${answer.status} ${answer.text}`);
    return (answer.body as { result: Result }).result;
  }

  /** Learns who it is and takes the proof to be sent with changes. */
  async session(): Promise<Record<string, unknown> & { proof: string | null; needs?: string; may: string[] }> {
    const { body } = await this.get('/api/session');
    const session = body as { proof: string | null; needs?: string; may: string[] };
    this.proof = session.proof;
    return session;
  }

  async signIn(name: string, password: string, code?: string): Promise<Answer> {
    const answer = await this.run('kernel.sign-in', { name, password, ...(code === undefined ? {} : { code }) });
    if (answer.status === 200) await this.session();
    return answer;
  }

  leave(): void {
    this.#agent.destroy();
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split('=', 2);
      const gone = attributes.some((each) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(each));
      if (gone || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function payload(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
