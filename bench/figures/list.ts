import { type Figure, atLeast, atMost, atMostTimes, told, round, type Asked, type Line } from '../figure.ts';
import type { ConnectionOrder } from '../load/load.ts';
import { cityClerk, divisionHead, unitOf } from '../program/raise-office.ts';
import { besideFloor } from '../rounds.ts';
import { onStage, type SignedIn, type Stage } from '../stage.ts';

export const rows = 1_000_000;
const connections = 16;

const states = ['closed', 'assigned', 'done', 'reported'];

export const sixteen = (order: ConnectionOrder): ConnectionOrder[] => Array.from({ length: connections }, () => order);

interface ListPage {
  readonly next?: string;
  readonly rows: readonly { readonly id: string; readonly reported_at: string }[];
}

/** The second to tenth page of a ledger, each by the cursor of the one before, as the program and as the floor are asked for them. */
async function laterPages(stage: Stage, by: SignedIn, path: string, floorPath: string) {
  const program: { path: string }[] = [];
  const floor: { path: string }[] = [];
  let after = '';
  for (let page = 0; page < 10; page += 1) {
    const answer = await stage.ask('GET', `${path}${after}`, by.read);
    const { next, rows: found } = JSON.parse(answer.body) as ListPage;
    if (answer.status !== 200 || next === undefined)
      throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
    after = `&after=${encodeURIComponent(next)}`;
    const last = found.at(-1)!;
    program.push({ path: `${path}${after}` });
    floor.push({ path: `${floorPath}&beforeAt=${encodeURIComponent(last.reported_at)}&beforeId=${last.id}` });
  }
  return { program, floor };
}

async function pagesOf(stage: Stage, by: SignedIn, list: string) {
  const program: { path: string }[] = [];
  const floor: { path: string }[] = [];
  for (const state of states) {
    const pages = await laterPages(
      stage,
      by,
      `/api/reads/${list}?f.state=${state}&sort=-reported_at`,
      `/repairs?state=${state}`,
    );
    program.push(...pages.program);
    floor.push(...pages.floor);
  }
  return {
    program: sixteen({ method: 'GET', headers: by.read, idempotent: false, requests: program }),
    floor: sixteen({ method: 'GET', headers: {}, idempotent: false, requests: floor }),
  };
}

export interface Orders {
  readonly program: readonly ConnectionOrder[];
  readonly floor: readonly ConnectionOrder[];
}

/** Requests a second, the slowest of a hundred, and the program's processor time beside the floor. */
export async function compared(asked: Asked, stage: Stage, what: string, orders: Orders) {
  asked.say(what);
  const of = await besideFloor(asked, stage, orders);
  const lines: Line[] = [
    atLeast(what, of.program.perSecond, of.floor.perSecond, 0.6, '/s'),
    atMostTimes(`${what}: p99`, of.program.p99, of.floor.p99, 1.7, 'ms'),
    atMost(`${what}: processor of the program`, of.program.cpuMs, 1, 'ms each'),
  ];
  return lines;
}

/** Pages of the ledger under a filter and a sort, by key, by readers of a whole city and of one division. */
export const listPage: Figure = {
  name: 'list',
  title: 'List page: filter, sort and page over 1,000,000 rows',
  measure: (asked) =>
    onStage(asked, { name: 'repairs', rows }, async (stage) => {
      const clerk = await stage.signIn(cityClerk);
      const head = await stage.signIn(divisionHead);
      const unit = unitOf(divisionHead);
      const one = await laterPages(
        stage,
        head,
        `/api/reads/repairs.repairs?sort=-reported_at`,
        `/repairs?unit=${unit}`,
      );
      return [
        ...(await compared(asked, stage, 'whole city', await pagesOf(stage, clerk, 'repairs.repairs'))),
        ...(await compared(
          asked,
          stage,
          'whole city, rows with their acts',
          await pagesOf(stage, clerk, 'repairs.repair-desk'),
        )),
        ...(await compared(asked, stage, 'one division', {
          program: sixteen({ method: 'GET', headers: head.read, idempotent: false, requests: one.program }),
          floor: sixteen({ method: 'GET', headers: {}, idempotent: false, requests: one.floor }),
        })),
      ];
    }),
};

/** The ledger as it opens: the newest rows, unfiltered, with a total. */
export const landing: Figure = {
  name: 'landing',
  title: 'Landing page over 1,000,000 rows with a total',
  measure: (asked) =>
    onStage(asked, { name: 'repairs', rows }, async (stage) => {
      const clerk = await stage.signIn(cityClerk);
      const program = sixteen({
        method: 'GET',
        headers: clerk.read,
        idempotent: false,
        requests: [{ path: '/api/reads/repairs.repairs' }],
      });
      const floor = (path: string) => sixteen({ method: 'GET', headers: {}, idempotent: false, requests: [{ path }] });
      asked.say('beside a floor that also asks for its estimate');
      const same = await besideFloor(asked, stage, { program, floor: floor('/repairs?total=1') });
      asked.say('beside a floor that asks for no total at all');
      const bare = await besideFloor(asked, stage, { program, floor: floor('/repairs') });
      const shown = JSON.parse((await stage.ask('GET', '/api/reads/repairs.repairs', clerk.read)).body) as {
        total: { count: number; exact: boolean };
      };
      return [
        atLeast('with an estimate', same.program.perSecond, same.floor.perSecond, 0.5, '/s'),
        atLeast('floor without a total', bare.program.perSecond, bare.floor.perSecond, 0.5, '/s'),
        told('p99', `${round(same.program.p99)} ms`, `${round(same.floor.p99)} ms`),
        told('total shown', `${shown.total.count.toLocaleString('en')} ${shown.total.exact ? 'exact' : 'estimated'}`),
      ];
    }),
};
