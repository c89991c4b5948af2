import { newId } from '@opengoa/kernel';
import type pg from 'pg';
import type { Town } from '../town.ts';
import { accountOf, sessionOf } from './actors.ts';
import { noticesAt, type NoticesAt } from './notices-of-kernel.ts';
import { behindTheWalls, type Place, type Places, from } from './places.ts';
import { atEach, idsOf, type Each, type Things } from './things.ts';

/** An account at a place, with everything that hangs on it. */
export interface Owned extends NoticesAt {
  readonly account: string;
  readonly person: string;
  readonly disabled: string;
  readonly session: string;
  /** Of a newcomer who never signed in. */
  readonly unused: string;
  readonly identity: string;
  readonly view: string;
  readonly machine: string;
  readonly key: string;
  readonly proposed: string;
  readonly confirmed: string;
  readonly message: string;
  readonly holding: string;
  readonly proposedStandard: string;
  readonly verification: string;
  readonly parked: string;
  /** The owner's telephone, sealed. */
  readonly value: string;
  readonly left: string;
  readonly erasure: string;
}

/** 临江市's own value: fits there alone. */
const localRow = {
  standard: 'vehicles.trip-approval',
  scope: { level: 'city', code: '990100' },
  from: '2026-01-01',
  source: { document: '临江市公务用车管理细则', number: '临机管〔2026〕1号', article: '第三条' },
  rows: [{ when: { item: 'long-km' }, value: 60 }],
};

/** Accounts, sessions, keys and rights at every place. They are laid down as rows: how they come about is tested where they are made. */
export async function thingsOfKernel(town: Town, places: Places, at: Date): Promise<Things & { owned: Each<Owned> }> {
  const owned = await atEach(places, (place) => ownedAt(town, place, at));
  const one =
    <Key extends keyof Owned>(key: Key, as: string, more: object = {}) =>
    (place: Place) => ({ [as]: owned[place.relation][key], ...more });
  const unit = (more: object) => (place: Place) => ({ unit: place.unit, ...more });
  return {
    owned,
    ids: idsOf(owned),
    inputs: {
      'kernel.found-unit': (place) => ({ name: '新科', kind: 'division', level: 'city', parent: place.unit, from }),
      'kernel.move-unit': ({ relation, unit: moved }) => ({
        unit: moved,
        parent: places[relation === 'unrelated' ? 'sibling' : 'unrelated'].leaves[0],
        from: '2026-03-05',
      }),
      'kernel.merge-units': (place) => ({ units: [place.leaves[0]], into: place.unit, day: '2026-03-05' }),
      'kernel.split-unit': ({ leaves: [split, ...into] }) => ({ unit: split, into, day: '2026-03-05' }),
      'kernel.register-person': unit({ name: '新同事', from }),
      'kernel.create-post': unit({ title: '新岗', from }),
      'kernel.appoint': ({ locals }) => ({ person: locals.newcomer, post: locals.emptyPost, kind: 'main', from }),
      'kernel.end-appointment': (place) => ({ holding: owned[place.relation].holding, to: '2026-03-05' }),
      'kernel.name-stand-in': ({ locals }) => ({
        forPerson: locals.asker,
        person: locals.drivers[3],
        from: '2026-03-05',
        to: '2026-03-20',
        reason: '休假',
      }),
      'kernel.keep-preference': () => ({ key: 'matrix', value: 1 }),
      'kernel.mark-read': (place) => ({ messages: [owned[place.relation].message] }),
      'kernel.create-account': (place) => ({
        unit: place.unit,
        name: `newcomer-${place.relation}`,
        person: place.locals.newcomer,
      }),
      'kernel.disable-account': one('account', 'account', { why: '离岗' }),
      'kernel.enable-account': one('disabled', 'account'),
      'kernel.bind-identity': (place) => ({
        account: owned[place.relation].unused,
        issuer: 'wecom://wecom.example/ww1',
        subject: `new-${place.relation}`,
      }),
      'kernel.unbind-identity': one('identity', 'identity'),
      'kernel.start-reset': one('account', 'account'),
      'kernel.take-off-second-factor': one('account', 'account', { why: '手机丢失' }),
      'kernel.end-session': one('session', 'session'),
      'kernel.create-machine-key': one('machine', 'account', {
        title: '读表',
        scope: ['clerk'],
        validTo: '2026-05-01',
      }),
      'kernel.revoke-machine-key': one('key', 'key'),
      'kernel.grant-right': (place) => ({ role: 'clerk', unit: place.unit, post: place.locals.emptyPost, from }),
      'kernel.confirm-grant': one('proposed', 'grant'),
      'kernel.end-grant': one('confirmed', 'grant', { why: '不再需要' }),
      'kernel.appoint-first-officers': () => ({ security: [owned.same.account], audit: [owned.child.account] }),
      'kernel.propose-local-standard': (place) => ({ unit: place.unit, row: localRow }),
      'kernel.confirm-local-standard': one('proposedStandard', 'local'),
      'kernel.withdraw-local-standard': one('proposedStandard', 'local', { why: '细则废止' }),
      'kernel.verify-record': () => ({}),
      'kernel.verification': one('verification', 'job'),
      'kernel.record-standing': () => ({}),
      'kernel.checkpoint': () => ({}),
      'kernel.standards': () => ({}),
      'kernel.columns': () => ({}),
      'kernel.keep-personal-value': one('person', 'person', { field: 'licence-number', value: '11010519491231002X' }),
      'kernel.show-full-value': one('value', 'value', { reason: '通知加班' }),
      'kernel.propose-erasure': one('left', 'person', { why: '本人申请' }),
      'kernel.confirm-erasure': one('erasure', 'erasure'),
      'kernel.search': () => ({ q: '之物' }),
      'kernel.names': (place) => ({ ids: place.unit }),
      'kernel.preferences': () => ({}),
      'kernel.share-view': () => ({ list: 'kernel.my-tasks', title: '新视图', search: {} }),
      'kernel.remove-shared-view': one('view', 'view'),
      'kernel.shared-views': () => ({ list: 'kernel.my-tasks' }),
      'kernel.my-notices': () => ({}),
      'kernel.my-calendar': () => ({}),
      'kernel.make-calendar': () => ({}),
      'kernel.revoke-calendar': () => ({}),
      'kernel.choose-notices': () => ({
        kinds: { task: 'digest', case: 'off', reminder: 'at-once', mention: 'at-once' },
        quietFrom: '20:00',
        quietTo: '08:00',
        workdaysOnly: true,
        digestAt: '08:30',
      }),
      'kernel.confirm-receiver': one('channel', 'channel', { code: '12345678' }),
      'kernel.set-receiver': one('channel', 'channel', { address: null }),
      'kernel.register-channel': unit({ kind: 'webhook', title: '回调', address: 'https://hooks.example/x' }),
      'kernel.change-channel': one('channel', 'channel', { version: 1, title: '改名' }),
      'kernel.switch-channel': one('channel', 'channel', { open: false, why: '停用' }),
      'kernel.test-channel': one('channel', 'channel'),
      'kernel.retry-delivery': one('dead', 'delivery'),
      'kernel.end-stand-in': one('leave', 'standIn'),
      'kernel.edit-comment': one('comment', 'comment', { version: 1, text: '改写' }),
      'kernel.strike-comment': one('comment', 'comment'),
    },
  };
}

function ownedAt(town: Town, place: Place, at: Date): Promise<Owned> {
  return behindTheWalls(town, async (client) => {
    const { unit, word, relation } = place;
    const person = place.locals.drivers[4]!;
    const account = await accountOf(client, { person, unit, name: `owner of ${relation}` }, at);
    const { rows: holdings } = await client.query('select id, post_id from kernel.holding where person_id = $1', [
      person,
    ]);
    const { id: holding, post_id: post } = holdings[0] as { id: string; post_id: string };
    await sessionOf(client, { account, person, unit, post, at });
    const { rows: sessions } = await client.query(
      'update kernel.session set agent = $2 where account_id = $1 returning id',
      [account, word],
    );
    const fresh = newId();
    await client.query(
      `insert into kernel.person (node_id, id, name, valid_from) values (1, $1, '新到人员', '2020-01-01')`,
      [fresh],
    );
    const unused = await accountOf(client, { person: fresh, unit, name: `unused of ${relation}` }, at);
    await client.query('update kernel.account set last_used_at = null where id = $1', [unused]);
    const identity = newId();
    await client.query(
      `insert into kernel.oidc_identity (node_id, id, issuer, subject, account_id, unit_id, linked_at)
       values (1, $1, 'wecom://wecom.example/ww1', $2, $3, $4, $5)`,
      [identity, word, account, unit, at],
    );
    const view = newId();
    await client.query(
      `insert into kernel.shared_view (node_id, id, unit_id, person_id, list, title, search, shared_at)
       values (1, $1, $2, $3, 'kernel.my-tasks', $4, '{}', $5)`,
      [view, unit, person, `${word}视图`.slice(0, 30), at],
    );
    const batch = newId();
    await client.query(
      `insert into kernel.import_batch (node_id, id, unit_id, person_id, kind, fingerprint, generation, file_name, file_sha256, accept, state)
       values (1, $1, $2, $3, 'vehicles.vehicle', $4, 0, $5, repeat('0', 64), 'good-rows', 'done')`,
      [batch, unit, person, batch, word],
    );
    await client.query(
      `insert into kernel.import_row_error (node_id, batch_id, line, unit_id, person_id, problems) values (1, $1, 2, $2, $3, $4)`,
      [batch, unit, person, JSON.stringify([{ column: null, code: 'x', message: { zh: word, en: word } }])],
    );
    const [disabled, machine, key, proposed, confirmed, message] = Array.from({ length: 6 }, () => newId()) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const other = async (id: string, kind: string, state: string) =>
      client.query(
        `insert into kernel.account (node_id, id, unit_id, kind, name, folded_name, state, created_at) values (1, $1, $2, $3, $4, $4, $5, $6)`,
        [id, unit, kind, `${word}${kind}${state}`, state, at],
      );
    await other(disabled, 'machine', 'disabled');
    await other(machine, 'machine', 'active');
    await client.query(
      `insert into kernel.machine_key (node_id, id, unit_id, account_id, title, key_hash, scope, created_at, valid_to)
       values (1, $1, $2, $3, $4, $5, array['clerk'], $6, '2026-05-01')`,
      [key, unit, machine, word, Buffer.from(newId()), at],
    );
    for (const [id, by] of [
      [proposed, null],
      [confirmed, newId()],
    ])
      await client.query(
        `insert into kernel.grant_ (node_id, id, role, unit_id, account_id, valid_from, granted_by, confirmed_by, paper)
         values (1, $1, 'clerk', $2, $3, $4, $5, $6, $7)`,
        [id, unit, machine, from, newId(), by, word],
      );
    await client.query('insert into kernel.message (node_id, id, person_id, title, at) values (1, $1, $2, $3, $4)', [
      message,
      person,
      JSON.stringify({ zh: word, en: word }),
      at,
    ]);
    const [proposedStandard, verification, parked] = [newId(), newId(), newId()];
    await client.query(
      `insert into kernel.local_standard (node_id, id, unit_id, standard, row, proposed_by) values (1, $1, $2, $3, $4, $5)`,
      [proposedStandard, unit, localRow.standard, JSON.stringify(localRow), newId()],
    );
    await client.query(
      `insert into kernel.verification (node_id, id, unit_id, person_id, state, asked_at) values (1, $1, $2, $3, 'done', $4)`,
      [verification, unit, newId(), at],
    );
    await client.query(
      `insert into kernel.parked_message (node_id, id, unit_id, device, topic, reason, excerpt, bytes, sha256, parked_at)
       values (1, $1, $2, 'gw', 'energy/readings/gw', 'not-json', $3, 1, repeat('0', 64), $4)`,
      [parked, unit, word, at],
    );
    const { value, left, erasure } = await personalOf(client, town, { person, unit, word, at });
    return {
      value,
      left,
      erasure,
      account,
      unused,
      identity,
      view,
      person,
      disabled,
      session: (sessions[0] as { id: string }).id,
      machine,
      key,
      proposed,
      confirmed,
      message,
      holding,
      proposedStandard,
      verification,
      parked,
      ...(await noticesAt(client, { unit, word, person, standIn: place.locals.asker, at })),
    };
  });
}

/** A telephone of the owner under their own key, somebody who left, and somebody else whose erasure is proposed. */
async function personalOf(
  client: pg.PoolClient,
  town: Town,
  { person, unit, word, at }: { person: string; unit: string; word: string; at: Date },
) {
  const { crypto } = town.at.kernel;
  const keyPlace = { table: 'kernel.subject_key', row: person, column: 'wrapped' };
  await client.query(
    'insert into kernel.subject_key (node_id, subject_id, wrapped) values (1, $1, $2) on conflict do nothing',
    [person, crypto.newKeyFor(keyPlace)],
  );
  const { rows } = await client.query<{ wrapped: string }>(
    'select wrapped from kernel.subject_key where subject_id = $1',
    [person],
  );
  const key = crypto.keyFor(rows[0]!.wrapped, keyPlace);
  const [value, left, gone, erasure] = [newId(), newId(), newId(), newId()];
  const place = { table: 'kernel.personal_value', row: value, column: 'sealed' };
  await client.query(
    `insert into kernel.personal_value (node_id, id, unit_id, person_id, field, shown, sealed, kept_at) values (1, $1, $2, $3, 'phone', $4, $5, $6)`,
    [value, unit, person, word.slice(0, 40), key.seal('13900000000', place), at],
  );
  for (const each of [left, gone]) {
    await client.query(
      `insert into kernel.person (node_id, id, name, valid_from) values (1, $1, '离岗人员', '2020-01-01')`,
      [each],
    );
    await client.query(
      `insert into kernel.holding (node_id, id, person_id, post_id, kind, valid_from, valid_to)
       select 1, $1, $2, post_id, 'main', '2020-01-01', '2021-01-01' from kernel.holding where person_id = $3 limit 1`,
      [newId(), each, person],
    );
  }
  await client.query(
    `insert into kernel.erasure (node_id, id, unit_id, person_id, why, proposed_by, proposed_at) values (1, $1, $2, $3, $4, $5, $6)`,
    [erasure, unit, gone, word, newId(), at],
  );
  return { value, left, erasure };
}
