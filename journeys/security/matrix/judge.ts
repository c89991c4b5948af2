import { newId } from '@opengoa/kernel';
import type { FrontDoor } from '../town.ts';
import type { Answer, Visitor } from '../visitor.ts';
import { visitorAs, type Actor } from './actors.ts';
import type { asTold } from './as-told.ts';
import type { Case, Door } from './doors.ts';
import { relations, type Places, type Relation } from './places.ts';
import { expectedAt, mayBeSeen, type ReviewedDoor, type ReviewedFile } from './reviewed.ts';
import type { Things } from './things.ts';

/** What the matrix is played with. */
export interface World {
  readonly places: Places;
  readonly things: Things;
  readonly files: ReadonlyMap<Relation, string>;
  readonly reviewed: ReviewedFile;
  /** Why an answer is not what the contract tells. */
  readonly untold: ReturnType<typeof asTold>;
}

const wordOf = new RegExp(`〔(${relations.join('|')})之物〕`, 'g');
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Whose things stand in an answer: by their ids, by the word that each of their texts holds, and by the unit of each row of a ledger. */
function seenIn({ things, places }: World, { form, review }: Door, { text, body }: Answer): Set<Relation> {
  const seen = new Set<Relation>();
  for (const [, relation] of text.matchAll(wordOf)) seen.add(relation as Relation);
  for (const [id] of text.matchAll(uuid)) {
    const relation = things.ids.get(id);
    if (relation) seen.add(relation);
  }
  if (form === 'list' && !review?.everyone)
    for (const { unit_id: unit } of (body as { rows?: { unit_id: string | null }[] }).rows ?? []) {
      const place = Object.values(places).find((each) => each.unit === unit);
      if (place) seen.add(place.relation);
    }
  return seen;
}

async function ask(
  { places, things, files }: World,
  visitor: Visitor,
  { door, actor, relation }: Case,
): Promise<Answer> {
  const place = places[relation];
  const input = things.inputs[door.id]?.(place) ?? {};
  switch (door.form) {
    case 'verb':
      return visitor.ask(door.path, {
        method: 'POST',
        headers: { ...actor.headers, 'content-type': 'application/json', 'idempotency-key': newId() },
        body: input,
      });
    case 'read':
      return visitor.ask(`${door.path}?${new URLSearchParams(input as Record<string, string>).toString()}`, actor);
    case 'list':
      return visitor.ask(`${door.path}?size=200`, actor);
    case 'export':
      return visitor.ask(`${door.path}?${new URLSearchParams({ reason: '年度核对' }).toString()}`, actor);
    case 'columns':
      return visitor.ask(door.path, actor);
    default:
      break;
  }
  if (door.id === 'host.preview') return visitor.ask(`/api/files/${files.get(relation)}/preview`, actor);
  if (door.id === 'host.file') return visitor.ask(`/api/files/${files.get(relation)}`, actor);
  if (door.method === 'GET') return visitor.ask(door.path, actor);
  if (door.id === 'host.report-blocked')
    return visitor.ask(door.path, {
      method: 'POST',
      headers: { ...actor.headers, 'content-type': 'application/csp-report' },
      body: {},
    });
  const raw = { ...actor.headers, 'content-type': door.id.endsWith('.upload') ? 'application/pdf' : 'text/csv' };
  return visitor.ask(`${door.path}?${door.id.endsWith('.upload') ? 'name=a.pdf' : 'dry=1'}`, {
    method: 'POST',
    headers: raw,
    body: door.id.endsWith('.upload') ? Buffer.from('%PDF-1.7\nx') : '车牌号,品牌,型号\n青A·77777,红旗,H5\n',
  });
}

const notYet = new Set([
  'input-not-fitting',
  'request-id-missing',
  'request-id-reused',
  'not-from-our-page',
  'not-signed-in',
  'fault',
]);

/** Did the door open, whatever the matter itself then said? */
const opened = ({ status, code }: Answer): boolean =>
  status === 200 ||
  status === 204 ||
  ((status === 409 || status === 422 || code === 'overloaded' || code === 'too-often') && !notYet.has(code ?? ''));

export interface Problem {
  readonly door: string;
  readonly actor: string;
  readonly relation: Relation;
  readonly says: string;
}

export type Walls = 'both' | 'database' | 'application';

/** What is wrong with an answer, or undefined. */
function wrong(world: World, { door, actor, relation }: Case, answer: Answer, walls: Walls): string | undefined {
  const review = door.review!;
  const expected = expectedAt(review, actor, relation);
  // The database knows whose a thing is and not which act is whose: what somebody has any part in is theirs to touch as far as it can tell.
  const own = walls === 'database' && actor.part ? [actor.part.place.relation] : [];
  // A ledger opens to whoever has a right for some of it; others with a part of their own see only that.
  const ledger = door.form === 'list' || door.form === 'export' || door.form === 'columns';
  const whole =
    ledger || review.empty || (door.form === 'read' && review.parts.length === 0 && !isOfOneThing(world, door));
  const opens = expected === 'open' || (whole && mayCome(review, actor, ledger));
  const is = `${answer.status} ${answer.code ?? ''}`;
  // Asked of a unit, the database alone has rows or none: whether there may be an answer the application says.
  const untold = walls === 'database' && expected !== 'open' && isOfUnit(world, door);
  if (opens && !untold && !opened(answer)) return `must open, is ${is}`;
  if (!opens && walls === 'both' && answer.status !== expected) return `must be ${expected}, is ${is}`;
  // A door judged at what the sender wrote may say that it does not fit; nothing of anybody's was read for that, and nothing written.
  const unread = walls === 'database' && review.elsewhere === 403 && [409, 422].includes(answer.status);
  if (!opens && !untold && ![401, 403, 404].includes(answer.status) && !own.includes(relation) && !unread)
    return `must be closed, is ${is}`;
  if (review.sees === 'all') return undefined;
  const allowed = new Set([...mayBeSeen(world.reviewed, review, actor), ...own]);
  const seen = seenIn(world, door, answer);
  if (!opened(answer)) seen.delete(relation); // the thing that was asked for is named by the asker
  const foreign = [...seen].filter((each) => !allowed.has(each));
  if (foreign.length > 0) return `shows things of ${foreign.join(', ')}`;
  const complete = door.form === 'list' || (walls === 'both' && inCsv.has(door.id));
  if (complete && opens && answer.status === 200) {
    const missing = [...mayBeSeen(world.reviewed, review, actor)].filter(
      (each) => !seen.has(each) && !(review.of === 'institutions' && each === division),
    );
    const page = answer.body as { rows: unknown[]; next?: string; total: { count: number } } | undefined;
    if (missing.length > 0 && !page?.next) return `lacks things of ${missing.join(', ')}`;
    if (page && !page.next && page.total.count !== page.rows.length)
      return `counts ${page.total.count}, shows ${page.rows.length}`;
  }
  if (door.id === 'vehicles.figures' && answer.status === 200) {
    const { vehicles } = answer.body as { vehicles: number };
    if (vehicles !== allowed.size * vehiclesAtEach) return `counts ${vehicles} vehicles of ${allowed.size} places`;
  }
  if (door.id === 'risk-centre.chain' && answer.status === 200) {
    const { raised, looked } = answer.body as { raised: number; looked: number };
    const reach = reachOf(actor);
    if (raised !== reach || looked !== reach * 15)
      return `counts ${raised} raised of ${reach} places, ${looked} cases looked at`;
  }
  return undefined;
}

/** The one place that is no institution (places.ts). */
const division: Relation = 'grandchild';
const vehiclesAtEach = 6;
const reachOf = ({ right }: Actor): number => (right?.below ? 3 : 1);

/** Exports whose columns hold the word of their place; others hold only names and codes. */
const inCsv = new Set(['vehicles.trips.csv', 'vehicles.vehicles.csv', 'vehicles.fuel.csv', 'risk-centre.findings.csv']);

/** A read of one thing is asked with its id, or with its unit. */
const isOfOneThing = (world: World, door: Door): boolean =>
  isOfUnit(world, door) ||
  Object.values(world.things.inputs[door.id]?.(world.places.same) ?? {}).some((value) =>
    world.things.ids.has(String(value)),
  );

const isOfUnit = ({ things, places }: World, { id, form, review }: Door): boolean =>
  form === 'read' &&
  !review!.everyone &&
  Object.values(things.inputs[id]?.(places.same) ?? {}).includes(places.same.unit);

/** Comes in, to see what is theirs: by a role named, or, where people have a part, any person. */
function mayCome(review: ReviewedDoor, actor: Actor, ledger: boolean): boolean {
  if (actor.kind === 'nobody' || actor.kind === 'ended') return false;
  if (review.everyone) return true;
  if (actor.right && (review.roles as readonly string[]).includes(actor.right.role)) return true;
  return (ledger || review.empty === true) && review.parts.length > 0 && actor.kind === 'person';
}

/** Runs cases a few at a time and tells what was wrong, with how many doors opened in truth. */
export async function judge(
  world: World,
  door: FrontDoor,
  cases: readonly Case[],
  { walls, sideBySide }: { walls: Walls; sideBySide: number },
) {
  const visitor = visitorAs(door.origin);
  const problems: Problem[] = [];
  const done = new Map<string, number>();
  const queue = cases.values();
  await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      for (const each of queue) {
        const adjusted = {
          ...each,
          actor: {
            ...each.actor,
            headers: { ...each.actor.headers, ...(each.actor.headers['origin'] ? { origin: door.origin } : {}) },
          },
        };
        const answer = await ask(world, visitor, adjusted);
        const says = wrong(world, each, answer, walls) ?? world.untold(each.door, answer);
        if (says) problems.push({ door: each.door.id, actor: each.actor.name, relation: each.relation, says });
        if (answer.status === 200) done.set(each.door.id, (done.get(each.door.id) ?? 0) + 1);
      }
    }),
  );
  visitor.leave();
  return { problems, done };
}

/** Problems with their number first, those of one kind at one door together, so that a failure can be read. */
export function summed(problems: readonly Problem[]): string[] {
  const kinds = Map.groupBy(problems, ({ door, says }) => `${door}: ${says}`);
  return [
    `${problems.length} wrong`,
    ...[...kinds]
      .map(
        ([kind, all]) =>
          `${kind} (${all.length}×) ${all
            .slice(0, 6)
            .map(({ actor, relation }) => `${actor}→${relation}`)
            .join(', ')}`,
      )
      .toSorted()
      .slice(0, 150),
  ];
}
