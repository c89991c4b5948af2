import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeHttp {
  readonly port: number;
  readonly address: string;
  readonly heard: Heard[];
  /** How the next calls are answered; the last one stays. */
  answer: (heard: Heard, reply: ServerResponse) => void;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that writes down what came. */
export async function fakeHttp(answer: FakeHttp['answer']): Promise<FakeHttp> {
  const heard: Heard[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://fake');
      const came: Heard = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      };
      heard.push(came);
      fake.answer(came, reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const fake: FakeHttp = {
    port,
    address: `http://127.0.0.1:${port}`,
    heard,
    answer,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return fake;
}

export const say = (
  reply: ServerResponse,
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): void => {
  reply.writeHead(status, { 'content-type': 'application/json', ...headers });
  reply.end(JSON.stringify(body));
};
