/**
 * Writes facts at a given rate in a process of its own, with acts that stay open long and acts that are given up among them, and tells its parent
 * every twentieth of a second how many are kept.
 *
 * They are appended as the verbs append them, several in one transaction, but without the rest of a verb: what is measured is who comes behind.
 */
import pg from 'pg';
import { newId } from '../../kernel/id.ts';
import { txOn } from '../../kernel/database/tx.ts';
import { appendFacts } from '../../kernel/record/append-facts.ts';
import type { FactRow } from '../../kernel/record/fact-row.ts';
import { beginAs } from '../../kernel/record/as-role.ts';

export interface OfferOrder {
  readonly url: string;
  readonly node: number;
  readonly facts: number;
  /** Facts to be kept a second; 0 is as fast as the database takes them. */
  readonly perSecond: number;
  readonly connections: number;
  readonly factsPerAct: number;
  /** No act stays open and none is given up: what people's acts look like. */
  readonly plain?: boolean;
}

export interface OfferState {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kept: number;
  readonly givenUp: number;
  readonly longActs: number;
  readonly done: boolean;
}

/** One act in five hundred stays open for so long; nothing begun behind it can be numbered before it is over. */
const longMs = [200, 350, 500, 650, 800] as const;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function offer(order: OfferOrder, tell: (state: OfferState) => void): Promise<void> {
  const { node, perSecond, factsPerAct } = order;
  const pool = new pg.Pool({ connectionString: order.url, max: order.connections });
  await Promise.all(Array.from({ length: order.connections }, () => pool.query('select 1')));
  const unit = newId();
  let [offered, kept, givenUp, longActs] = [0, 0, 0, 0];
  const state = (done: boolean): OfferState => ({ at: Date.now(), kept, givenUp, longActs, done });
  const telling = setInterval(() => tell(state(false)), 50);
  const begun = performance.now();
  const writer = async (number: number) => {
    for (let act = 1; offered < order.facts; act += 1) {
      const giveUp = !order.plain && (act + number) % 50 === 0;
      const long = !order.plain && (act + number * 37) % 500 === 0;
      const due = perSecond > 0 ? (offered / perSecond) * 1_000 - (performance.now() - begun) : 0;
      if (!giveUp) offered += factsPerAct;
      if (due > 0) await sleep(due);
      const client = await pool.connect();
      try {
        await beginAs(client, { node, role: 'opengoa_work' });
        await appendFacts(
          txOn(client),
          Array.from({ length: factsPerAct }, (_, n) => fact(unit, act * factsPerAct + n)),
        );
        if (long) {
          longActs += 1;
          await sleep(longMs[number % longMs.length]!);
        }
        await client.query(giveUp ? 'rollback' : 'commit');
        if (giveUp) givenUp += factsPerAct;
        else kept += factsPerAct;
      } finally {
        client.release();
      }
    }
  };
  await Promise.all(Array.from({ length: order.connections }, (_, number) => writer(number)));
  clearInterval(telling);
  await pool.end();
  tell(state(true));
}

const fact = (unit: string, n: number): FactRow => ({
  id: newId(),
  happenedAt: new Date(),
  actorKind: 'person',
  person: unit,
  personName: '何涛',
  standInFor: null,
  post: unit,
  postTitle: '处长',
  actorUnit: unit,
  address: '10.1.2.3',
  unit,
  verb: 'lending.lend-book',
  type: 'lending.BookLent',
  objectKind: 'book',
  objectId: newId(),
  outcome: 'done',
  refusal: null,
  why: null,
  requestId: newId(),
  cause: null,
  corrects: null,
  facets: { cost: [{ amountFen: 1200, unit, day: '2026-03-01', item: 'fuel' }] },
  body: { title: '本草纲目', copy: n, days: 30, from: '2026-03-01', shelf: { row: 3, level: 2, side: 'left' } },
  subject: null,
  personal: [],
});

process.once('message', (order: OfferOrder) => {
  void offer(order, (state) => process.send!(state)).then(() => process.disconnect());
});
