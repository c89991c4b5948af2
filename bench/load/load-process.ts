/** A process of its own that makes load: reads one LoadOrder after the other from its parent and answers each with a LoadReport. */
import { randomUUID } from 'node:crypto';
import { Connection } from './connection.ts';
import type { ConnectionOrder, LoadOrder, LoadReport } from './load.ts';

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send!(report),
    (error: Error) => process.send!({ error: error.message }),
  );
});

async function run({ host, port, seconds, connections }: LoadOrder): Promise<LoadReport> {
  const times: number[] = [];
  let refused = 0;
  let firstRefusal: string | null = null;
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  await Promise.all(
    connections.map(async (order, index) => {
      const connection = new Connection(host, port);
      const make = requestsOf(order, host, port);
      // Connections begin at different places of their turn, so that they do not all ask the same at once.
      for (let turn = index * 7; performance.now() < until; turn += 1) {
        const asked = performance.now();
        const answer = await connection.ask(make(turn));
        times.push(performance.now() - asked);
        if (answer.status === 200) continue;
        refused += 1;
        firstRefusal ??= `${answer.status} ${answer.body.slice(0, 300)}`;
      }
      connection.end();
    }),
  );
  const took = performance.now() - begun;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requests: times.length,
    perSecond: (times.length / took) * 1_000,
    p50: at(0.5),
    p99: at(0.99),
    worst: times.at(-1) ?? 0,
    refused,
    firstRefusal,
  };
}

function requestsOf({ method, headers, requests, idempotent }: ConnectionOrder, host: string, port: number) {
  const lines = Object.entries({ host: `${host}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const ready = requests.map(({ path, body }) => {
    const about =
      body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    return { head: `${method} ${path} HTTP/1.1\r\n${lines.join('')}${about}`, body: body ?? '' };
  });
  return (turn: number) => {
    const { head, body } = ready[turn % ready.length]!;
    return idempotent ? `${head}idempotency-key: ${randomUUID()}\r\n\r\n${body}` : `${head}\r\n${body}`;
  };
}
