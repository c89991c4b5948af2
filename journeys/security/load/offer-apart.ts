/** A process of its own that offers load: reads one Offer from its parent and answers with what became of it. */
import { setTimeout as after } from 'node:timers/promises';
import { Connection } from '../../../bench/load/connection.ts';
import type { Offer, Told } from './offered.ts';

process.once('message', (order: Offer) => {
  run(order).then(
    (told) => process.send!(told),
    (error: Error) => process.send!({ error: error.stack ?? error.message }),
  );
});

async function run({ port, paths, headers, seconds, perSecond, connections }: Offer): Promise<Told> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const useful: number[] = [];
  const refused: number[] = [];
  let withRetryAfter = 0;
  let usefulInTime = 0;
  let others = 0;
  let unasked = 0;
  let offered = 0;
  let firstOther: string | null = null;
  const idle: Connection[] = [];
  let open = 0;
  const one = async (connection: Connection) => {
    const asked = performance.now();
    offered += 1;
    try {
      const { status, head, body } = await connection.ask(requests[offered % requests.length]!);
      const took = performance.now() - asked;
      if (status === 200) {
        useful.push(took);
        if (performance.now() < until) usefulInTime += 1;
      } else if (status === 503) {
        refused.push(took);
        if (/\r\nretry-after: [1-9]/i.test(head)) withRetryAfter += 1;
      } else {
        others += 1;
        firstOther ??= `${status} ${body.slice(0, 200)}`;
      }
      idle.push(connection);
    } catch (error) {
      others += 1;
      firstOther ??= String(error);
      open -= 1;
      connection.end();
    }
  };
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  if (perSecond === null)
    await Promise.all(
      Array.from({ length: connections }, async () => {
        const connection = new Connection('127.0.0.1', port);
        while (performance.now() < until) await one(connection);
      }),
    );
  else {
    const way = new Set<Promise<void>>();
    for (let sent = 0; performance.now() < until;) {
      const due = Math.floor(((performance.now() - begun) / 1_000) * perSecond);
      for (; sent < due; sent += 1) {
        if (idle.length === 0 && open >= connections) {
          unasked += 1;
          continue;
        }
        if (idle.length === 0) open += 1;
        const asking: Promise<void> = one(idle.pop() ?? new Connection('127.0.0.1', port)).finally(() =>
          way.delete(asking),
        );
        way.add(asking);
      }
      await after(1);
    }
    await Promise.race([Promise.all(way), after(10_000)]);
  }
  for (const connection of idle) connection.end();
  const at = (times: number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    offered,
    useful: useful.length,
    usefulPerSecond: usefulInTime / seconds,
    refused: refused.length,
    withRetryAfter,
    others,
    unasked,
    firstOther,
    refusedP50: at(refused, 0.5),
    refusedP99: at(refused, 0.99),
    usefulP50: at(useful, 0.5),
    usefulP99: at(useful, 0.99),
  };
}
