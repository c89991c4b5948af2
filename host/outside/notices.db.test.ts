import { createHmac } from 'node:crypto';
import { isRefusal, newId } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type CastName, type House } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import vehicles from '../../domains/vehicles/domain.ts';
import { outside } from './outside.ts';
import { fakeHttp, say, type FakeHttp } from './testing/fake-http.ts';
import { fakeSmtp, type FakeSmtp } from './testing/fake-smtp.ts';

const loopback = ['127.0.0.0/8'];
const morning = new Date('2026-03-05T09:00:00+08:00');

let at: House;
let behind: pg.Client;
let now: Date;
let peer: FakeHttp;
let smtp: FakeSmtp;
let mail: string;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rows = async (text: string, values: unknown[] = []) =>
  (await behind.query(text, values)).rows as Record<string, unknown>[];
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};
const signal = new AbortController().signal;
const spread = () => runJob(at.kernel, 'kernel.spread-notices', { signal });
const deliver = () => runJob(at.kernel, 'kernel.deliver-notices', { signal });
const officer = () => at.as('系统员', { factorAt: now });

const channel = async (more: object): Promise<{ id: string; key: string }> =>
  (
    await officer().does('kernel.register-channel', {
      unit: at.ids.city,
      title: '渠道',
      inside: loopback,
      ...more,
    })
  ).result as { id: string; key: string };

/** Enters a mail address and types in the code that came there. */
const enter = async (name: CastName, address: string) => {
  await at.as(name).does('kernel.set-receiver', { channel: mail, address });
  await deliver();
  await at.as(name).does('kernel.confirm-receiver', { channel: mail, code: codeTo(address) });
};
/** The code that went to an address last. */
const codeTo = (address: string) =>
  /验证码 (\d{8})/.exec(decodeText(smtp.posted.filter((each) => each.to.includes(address)).at(-1)?.data ?? ''))?.[1] ??
  '';

let days = 0;
/** 周敏 asks: a task for 何涛. */
const ask = async (purpose = '预算执行调研') => {
  days += 1;
  const day = new Date(now.getTime() + (5 + (days % 20)) * 86_400_000).toISOString().slice(0, 10);
  const answer = await at.as('周敏').does('vehicles.request-trip', {
    purpose,
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: `${day}T08:00:00+08:00`,
    endsAt: `${day}T17:30:00+08:00`,
    people: 4,
    distanceKm: 86,
    crossCity: false,
  });
  return (answer.result as { trip: string }).trip;
};
const choose = (name: CastName, more: object = {}, kinds: object = {}) =>
  at.as(name).does('kernel.choose-notices', {
    kinds: { task: 'at-once', case: 'at-once', reminder: 'at-once', mention: 'at-once', ...kinds },
    quietFrom: '20:00',
    quietTo: '08:00',
    workdaysOnly: true,
    digestAt: '08:30',
    ...more,
  });

beforeAll(async () => {
  now = morning;
  at = await house({ rooms: [vehicles], clock: () => now });
  at.kernel.outside = outside();
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  // Everybody of the cast has an account, as in a house in use.
  for (const [name, { person, account }] of Object.entries(at.ids.persons))
    await behind.query(
      `insert into kernel.account (node_id, id, unit_id, person_id, kind, name, folded_name, state, created_at) values (1, $1, $2, $3, 'person', $4, $4, 'active', $5)`,
      [account, at.ids.bureau, person, name, now],
    );
  smtp = await fakeSmtp();
  ({ id: mail } = await channel({
    kind: 'mail',
    title: '邮件',
    address: `smtp://127.0.0.1:${smtp.port}`,
    settings: { from: 'goa@linjiang.example', domains: ['linjiang.example'], user: 'goa', site: 'https://goa.example' },
    secret: 'mail-password-1',
  }));
  await enter('何涛', 'hetao@linjiang.example');
  await enter('周敏', 'zhoumin@linjiang.example');
});
afterAll(async () => {
  await smtp?.close();
  await behind?.end();
  await at?.close();
});
beforeEach(async () => {
  now = new Date(now.getTime() + 86_400_000);
  // A working day each time, in the morning.
  while (!at.kernel.registers.calendar().isWorkday(now.toISOString().slice(0, 10)))
    now = new Date(now.getTime() + 86_400_000);
  peer = await fakeHttp((_heard, reply) => say(reply, 200, { errcode: 0 }));
  await spread();
  await deliver();
  smtp.posted.length = 0;
  await choose('何涛');
  await choose('周敏');
});
afterEach(async () => {
  await peer.close();
  for (const { id } of await rows(`select id from kernel.notice_channel where kind <> 'mail' and state = 'open'`))
    await officer().does('kernel.switch-channel', { channel: id, open: false, why: '测试结束' });
  await runJob(at.kernel, 'kernel.forget-deliveries', { signal });
});

describe('the register', () => {
  test('SEC-FE-10 only the system officer enters an address, with the factor shown just now, and it is in the Record without its secret', async () => {
    const input = {
      unit: at.ids.city,
      kind: 'wecom-robot',
      title: '群',
      address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
      secret: 'robot-key-4711',
    };
    expect(code(await at.as('安全员').run('kernel.register-channel', input))).toBe('not-your-right');
    expect(code(await at.as('冯局长').run('kernel.register-channel', input))).toBe('not-your-right');
    const stale = at.as('系统员', { factorAt: new Date(now.getTime() - 3_600_000) });
    expect(code(await stale.run('kernel.register-channel', input))).toBe('factor-not-fresh');
    const { id } = await channel(input);
    const [fact] = await rows(`select type, body::text as body, person_name from kernel.fact where object_id = $1`, [
      id,
    ]);
    expect(fact).toMatchObject({ type: 'kernel.ChannelRegistered', person_name: '系统员' });
    expect(fact!['body']).toContain('qyapi.weixin.qq.com');
    const kept = await rows(`
      select (select string_agg(f::text, ' ') from kernel.fact f) as facts, (select string_agg(r::text, ' ') from kernel.request r) as requests,
             (select string_agg(l::text, ' ') from kernel.notice_line l) as lines`);
    for (const text of Object.values(kept[0]!)) expect(text).not.toContain('robot-key-4711');
    expect(JSON.stringify(await officer().list('kernel.channels'))).not.toMatch(/robot-key|mail-password|sealed/);
  });

  test.each([
    ['a name and password in it', 'https://user:pass@hooks.example/x', 'input-not-fitting'],
    ['a query in it', 'https://hooks.example/x?token=1', 'input-not-fitting'],
    ['no TLS outside', 'http://hooks.example/x', 'channel-needs-tls'],
    ['another scheme', 'ftp://hooks.example/x', 'input-not-fitting'],
    ['a file', 'file:///etc/passwd', 'input-not-fitting'],
    ['a mail server for a webhook', 'smtp://hooks.example:25', 'channel-address-unfit'],
  ])('SEC-FE-10 an address with %s is refused', async (_what, address, refusal) => {
    const input = { unit: at.ids.city, kind: 'webhook', title: '回调', address };
    expect(code(await officer().run('kernel.register-channel', input))).toBe(refusal);
  });

  test('SEC-FE-10 a new address takes a new secret; the old one never goes there', async () => {
    const { id } = await channel({ kind: 'wecom-robot', address: `${peer.address}/a`, secret: 'first-key-1' });
    const changed = { channel: id, version: 1, address: `${peer.address}/b` };
    expect(code(await officer().run('kernel.change-channel', changed))).toBe('secret-needed');
    await officer().does('kernel.change-channel', { ...changed, secret: 'second-key-2' });
    expect(code(await officer().run('kernel.change-channel', { ...changed, title: '再改' }))).toBe('stale-version');
    await officer().does('kernel.test-channel', { channel: id });
    await deliver();
    expect(peer.heard.map(({ path, query }) => [path, query.get('key')])).toEqual([['/b', 'second-key-2']]);
  });

  test('mail goes to registered domains alone', async () => {
    const set = (address: string) => at.as('孙师傅').run('kernel.set-receiver', { channel: mail, address });
    expect(code(await set('sun@gmail.example'))).toBe('mail-domain-not-registered');
    expect(code(await set('sun@linjiang.example@evil.example'))).toBe('mail-domain-not-registered');
    expect(code(await set('sun@linjiang.example\r\nBcc: a@b.example'))).toBe('input-not-fitting');
    expect(code(await set('sun@linjiang.example'))).toBe('done');
    const [row] = await rows(`select address_sealed from kernel.receiver_code where person_id = $1`, [
      at.ids.persons['孙师傅'].person,
    ]);
    expect(row!['address_sealed']).not.toContain('sun@');
    await at.as('孙师傅').does('kernel.set-receiver', { channel: mail, address: null });
  });
});

describe('a mail address is confirmed by a code', () => {
  const sun = () => at.as('孙师傅');
  const set = (address: string) => sun().run('kernel.set-receiver', { channel: mail, address });
  const type = async (typed: string) => {
    const answer = await sun().run('kernel.confirm-receiver', { channel: mail, code: typed });
    return isRefusal(answer) ? answer.code : (answer.result as object);
  };
  const addresses = async () =>
    (await rows(`select 1 from kernel.notice_receiver where person_id = $1`, [at.ids.persons['孙师傅'].person])).length;
  const other = (digits: string) => (digits === '00000000' ? '00000001' : '00000000');
  let spent = 0;
  const wait = (seconds: number) => {
    spent += seconds;
    later(seconds);
  };
  const mailed = () => smtp.posted.map((each) => each.to.join());
  afterEach(async () => {
    await sun().does('kernel.set-receiver', { channel: mail, address: null });
    // Past the hour of the codes, at the same time of day.
    later(86_400 - spent);
    spent = 0;
  });

  test('until it is typed in, nothing with content goes to the new address, and the old one keeps what it had', async () => {
    await enter('孙师傅', 'old@linjiang.example');
    await set('new@linjiang.example');
    await deliver();
    expect(mailed().at(-1)).toBe('new@linjiang.example');
    const sent = codeTo('new@linjiang.example');
    expect(sent).toMatch(/^\d{8}$/);
    await sun().does('kernel.choose-notices', {
      kinds: { task: 'at-once', case: 'at-once', reminder: 'at-once', mention: 'at-once' },
      quietFrom: '23:00',
      quietTo: '05:00',
      workdaysOnly: false,
      digestAt: '08:30',
    });
    const mention = async () => {
      smtp.posted.length = 0;
      await behind.query(
        `insert into kernel.message (node_id, id, person_id, title, opens, object_id, at, kind)
         values (1, $1, $2, '{"zh":"有内容","en":"content"}', '/', $1, $3, 'mention')`,
        [newId(), at.ids.persons['孙师傅'].person, now],
      );
      await spread();
      await deliver();
      return mailed();
    };
    expect(await mention()).toEqual(['old@linjiang.example']);
    expect(await type(` ${sent.slice(0, 4)} ${sent.slice(4)}`)).toEqual({ confirmed: true, left: 0 });
    expect(await mention()).toEqual(['new@linjiang.example']);
    expect(await type(sent)).toBe('no-code-waiting');
  });

  test('some tries, each counted though it is answered; then the code is over, the right one too', async () => {
    await set('sun@linjiang.example');
    await deliver();
    const sent = codeTo('sun@linjiang.example');
    const wrong = [];
    for (let turn = 0; turn < 5; turn += 1) wrong.push(await type(other(sent)));
    expect(wrong).toEqual([4, 3, 2, 1, 0].map((left) => ({ confirmed: false, left })));
    expect(await type(sent)).toBe('code-over');
    expect(await addresses()).toBe(0);
  });

  test('wrong tries sent at once are all counted', async () => {
    await set('sun@linjiang.example');
    await deliver();
    const sent = codeTo('sun@linjiang.example');
    const many = await Promise.all(Array.from({ length: 12 }, () => type(other(sent))));
    expect(many.filter((each) => typeof each === 'object')).toHaveLength(5);
    expect(await type(sent)).toBe('code-over');
  });

  test('it holds for some minutes, and a newer one takes its place', async () => {
    await set('sun@linjiang.example');
    await deliver();
    const first = codeTo('sun@linjiang.example');
    wait(15 * 60);
    expect(await type(first)).toBe('code-over');
    await set('sun@linjiang.example');
    await deliver();
    const second = codeTo('sun@linjiang.example');
    if (first !== second) expect(await type(first)).toEqual({ confirmed: false, left: 4 });
    expect(await type(second)).toEqual({ confirmed: true, left: 0 });
    expect(await addresses()).toBe(1);
  });

  test('so many an hour, also when they are asked for at once; one that waits to go out when the next is asked for does not go', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => set('sun@linjiang.example')));
    expect(asked.map(code).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'codes-too-often'),
      ...Array.from({ length: 3 }, () => 'done'),
    ]);
    smtp.posted.length = 0;
    await deliver();
    expect(mailed()).toEqual(['sun@linjiang.example']);
    wait(3_601);
    expect(code(await set('sun@linjiang.example'))).toBe('done');
  });

  test('the code stands in no fact, no remembered request, no ledger and no answer; nobody else’s code is one’s own', async () => {
    await set('sun@linjiang.example');
    await deliver();
    const sent = codeTo('sun@linjiang.example');
    expect(isRefusal(await at.as('周敏').run('kernel.confirm-receiver', { channel: mail, code: sent }))).toBe(true);
    await type(sent);
    const tables = await rows(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'kernel'`,
    );
    const holding = [];
    for (const { name } of tables) {
      const found = await rows(`select 1 from ${String(name)} t where t::text like '%' || $1 || '%' limit 1`, [sent]);
      if (found.length > 0) holding.push(name);
    }
    expect(holding).toEqual([]);
  });
});

describe('channels', () => {
  test('SEC-FE-01 a webhook is signed over its exact bytes, with id and time; the same id comes again after a failure', async () => {
    const { key } = await channel({ kind: 'webhook', address: `${peer.address}/hook` });
    let first = true;
    peer.answer = (_heard, reply) => {
      say(reply, first ? 503 : 200);
      first = false;
    };
    const trip = await ask();
    await spread();
    await deliver();
    later(60);
    await deliver();
    expect(peer.heard).toHaveLength(2);
    const [one, two] = peer.heard as [FakeHttp['heard'][number], FakeHttp['heard'][number]];
    for (const { headers, body } of [one, two]) {
      const expected = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'))
        .update([headers['webhook-id'], headers['webhook-timestamp'], body].join('.'))
        .digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    }
    expect(two.headers['webhook-id']).toBe(one.headers['webhook-id']);
    expect(Number(two.headers['webhook-timestamp']) - Number(one.headers['webhook-timestamp'])).toBe(60);
    expect(JSON.parse(one.body)).toMatchObject({
      type: 'notice.task',
      data: { object: trip, unit: at.ids.financeOffice },
    });
    // Another system gets ids: no name, no purpose, no place.
    expect(one.body).not.toMatch(/周敏|调研|石桥/);
  });

  test('mail says what is to do and where; the password is shown to the server alone', async () => {
    await ask('调研\r\nBcc: everybody@linjiang.example');
    await spread();
    await deliver();
    const [posted, ...more] = smtp.posted;
    expect(more).toHaveLength(0);
    expect(posted).toMatchObject({
      from: 'goa@linjiang.example',
      to: ['hetao@linjiang.example'],
      auth: 'mail-password-1',
    });
    expect(posted!.data).toMatch(/message-id: <[0-9a-f-]+@opengoa>/i);
    expect(posted!.data.split('\n\n')[0]).not.toMatch(/^bcc/im);
  });

  test('a robot of WeCom and one of DingTalk, each signed as its house asks', async () => {
    await channel({ kind: 'wecom-robot', address: `${peer.address}/cgi-bin/webhook/send`, secret: 'wecom-key-1' });
    await channel({
      kind: 'dingtalk-robot',
      address: `${peer.address}/robot/send`,
      secret: 'ding-token-1',
      signingKey: 'SEC000111222',
    });
    await ask();
    await spread();
    await deliver();
    const wecom = peer.heard.find(({ path }) => path === '/cgi-bin/webhook/send')!;
    expect(wecom.query.get('key')).toBe('wecom-key-1');
    expect(JSON.parse(wecom.body)).toMatchObject({
      msgtype: 'text',
      text: { content: expect.stringContaining('[待办]') },
    });
    const ding = peer.heard.find(({ path }) => path === '/robot/send')!;
    const milliseconds = ding.query.get('timestamp')!;
    expect(ding.query.get('access_token')).toBe('ding-token-1');
    expect(ding.query.get('sign')).toBe(
      createHmac('sha256', 'SEC000111222').update(`${milliseconds}\nSEC000111222`).digest('base64'),
    );
    // In a room of people stands what it is, and not whose.
    expect(wecom.body + ding.body).not.toMatch(/周敏|调研/);
  });

  test('an application of WeCom and one of DingTalk: a token is fetched once, and anew when it is over', async () => {
    let given = 0;
    peer.answer = ({ path, query }, reply) => {
      if (path.endsWith('gettoken')) {
        given += 1;
        return say(reply, 200, { errcode: 0, access_token: `token-${given}`, expires_in: 7_200 });
      }
      return say(reply, 200, { errcode: query.get('access_token') === `token-${given}` ? 0 : 42001 });
    };
    const wecom = await channel({
      kind: 'wecom-app',
      address: peer.address,
      secret: 'corp-secret-1',
      settings: { corp: 'ww1', app: '1000002' },
    });
    await at.as('何涛').does('kernel.set-receiver', { channel: wecom.id, address: 'hetao' });
    await ask();
    await ask();
    await spread();
    await deliver();
    const sent = () => peer.heard.filter(({ path }) => path === '/cgi-bin/message/send');
    expect([given, sent().length]).toEqual([1, 2]);
    expect(JSON.parse(sent()[0]!.body)).toMatchObject({ touser: 'hetao', agentid: 1000002, msgtype: 'text' });
    given = 5;
    await ask();
    await spread();
    await deliver();
    expect(sent().at(-1)!.query.get('access_token')).toBe('token-6');
    const ding = await channel({
      kind: 'dingtalk-app',
      address: peer.address,
      secret: 'app-secret-1',
      settings: { corp: 'dingkey', app: '77' },
    });
    await at.as('何涛').does('kernel.set-receiver', { channel: wecom.id, address: null });
    await at.as('何涛').does('kernel.set-receiver', { channel: ding.id, address: 'user01' });
    await ask();
    await spread();
    await deliver();
    const last = peer.heard.at(-1)!;
    expect(last.path).toBe('/topapi/message/corpconversation/asyncsend_v2');
    expect(JSON.parse(last.body)).toMatchObject({ agent_id: 77, userid_list: 'user01' });
    expect(
      await rows(`select 1 from kernel.notice_delivery where state = 'waiting' and kind = 'task' and due_at <= $1`, [
        now,
      ]),
    ).toHaveLength(0);
  });
});

describe('delivery', () => {
  const standing = async (id: string) =>
    (await rows(`select failures, paused_until, last_error from kernel.notice_line where id = $1`, [id]))[0]!;

  test('SEC-FE-11 a peer that is down holds up nobody else; its breaker opens, and it is tried again when the pause is over', async () => {
    const down = await channel({ kind: 'webhook', address: `${peer.address}/down` });
    await channel({ kind: 'wecom-robot', address: `${peer.address}/up`, secret: 'wecom-key-1' });
    peer.answer = ({ path }, reply) => say(reply, path === '/down' ? 500 : 200, { errcode: 0 });
    for (let at_ = 0; at_ < 8; at_ += 1) await ask();
    await spread();
    await deliver();
    const paths = () => peer.heard.map(({ path }) => path);
    expect(paths().filter((path) => path === '/up')).toHaveLength(8);
    expect(smtp.posted).toHaveLength(8);
    // Five failures in a row, and no sixth.
    expect(paths().filter((path) => path === '/down')).toHaveLength(5);
    expect(await standing(down.id)).toMatchObject({
      failures: 5,
      last_error: 'refused-there HTTP 500',
      paused_until: expect.any(Date),
    });
    later(120);
    await deliver();
    expect(paths().filter((path) => path === '/down')).toHaveLength(5);
    later(400);
    peer.answer = (_heard, reply) => say(reply, 200, { errcode: 0 });
    await deliver();
    expect(paths().filter((path) => path === '/down')).toHaveLength(13);
    expect(await standing(down.id)).toMatchObject({ failures: 0, paused_until: null, last_error: null });
  });

  test('SEC-FE-11 what fails for good is on the list of the given up at once; a person tries it again', async () => {
    const { id } = await channel({ kind: 'webhook', address: `${peer.address}/gone` });
    peer.answer = (_heard, reply) => say(reply, 302, {}, { location: 'http://169.254.169.254/' });
    await ask();
    await spread();
    await deliver();
    const dead = async () =>
      (await officer().list('kernel.deliveries', { 'f.state': 'dead', 'f.channel_id': id })) as unknown as {
        rows: { id: string; error: string; may: string[] }[];
      };
    const [given] = (await dead()).rows;
    expect(given).toMatchObject({ error: 'redirect-refused', may: ['kernel.retry-delivery'] });
    expect(code(await at.as('安全员').run('kernel.retry-delivery', { delivery: given!.id }))).toBe('not-your-right');
    peer.answer = (_heard, reply) => say(reply, 200);
    await officer().does('kernel.retry-delivery', { delivery: given!.id });
    await deliver();
    expect((await dead()).rows).toHaveLength(0);
    expect(code(await officer().run('kernel.retry-delivery', { delivery: given!.id }))).toBe('not-dead');
  });

  test('SEC-FE-11 it is given up after the tries of the standard, each later than the one before', async () => {
    const { id } = await channel({ kind: 'webhook', address: `${peer.address}/down` });
    peer.answer = (_heard, reply) => say(reply, 500);
    await ask();
    await spread();
    for (let turn = 0; turn < 40; turn += 1) {
      await deliver();
      later(22_000);
    }
    expect(peer.heard).toHaveLength(8);
    expect(await rows(`select state, tries from kernel.notice_delivery where channel_id = $1`, [id])).toEqual([
      { state: 'dead', tries: 8 },
    ]);
  });

  test('SEC-FE-11 a channel sends so many a minute and keeps so many waiting', async () => {
    const { id } = await channel({ kind: 'webhook', address: `${peer.address}/hook` });
    const [lane] = await rows(`select unit_id from kernel.notice_channel where id = $1`, [id]);
    await behind.query(
      `insert into kernel.notice_delivery (node_id, id, unit_id, channel_id, source_id, kind, title, state, raised_at, due_at)
       select 1, gen_random_uuid(), $1, $2, gen_random_uuid(), 'test', '{"zh":"x","en":"x"}', 'waiting', $3, $3::timestamptz + '1 day' from generate_series(1, 10000)`,
      [lane!['unit_id'], id, now],
    );
    await ask();
    await spread();
    expect(await rows(`select left_out from kernel.notice_line where id = $1`, [id])).toEqual([{ left_out: 1 }]);
    await behind.query(
      `update kernel.notice_delivery set due_at = $2 where channel_id = $1 and id in (select id from kernel.notice_delivery where channel_id = $1 limit 70)`,
      [id, now],
    );
    await deliver();
    expect(peer.heard).toHaveLength(60);
    later(61);
    await deliver();
    expect(peer.heard).toHaveLength(70);
    await behind.query(`delete from kernel.notice_delivery where channel_id = $1`, [id]);
  });

  test('the outbox is written with the facts: what is rolled back is told to nobody, and spreading twice tells once', async () => {
    const trip = await ask();
    const again = newId();
    await at.as('何涛').run('vehicles.approve-trip', { trip, opinion: '同意' }, again);
    await at.as('何涛').run('vehicles.approve-trip', { trip, opinion: '同意' });
    await Promise.all([spread(), spread(), spread()]);
    const told = await rows(
      `select d.kind, d.person_id from kernel.notice_delivery d where d.object_id = $1 order by 1`,
      [trip],
    );
    // 何涛's task is over before it was told; 周敏 hears that it was agreed to.
    expect(told).toEqual([{ kind: 'case', person_id: at.ids.persons['周敏'].person }]);
  });

  test('what is over before it leaves does not leave, and an account that was closed hears nothing', async () => {
    const trip = await ask();
    await spread();
    await at.as('何涛').does('vehicles.refuse-trip', { trip, opinion: '改期' });
    await deliver();
    expect(smtp.posted.filter(({ to }) => to.includes('hetao@linjiang.example'))).toHaveLength(0);
    await behind.query(`update kernel.account set state = 'disabled' where person_id = $1`, [
      at.ids.persons['何涛'].person,
    ]);
    await ask();
    await spread();
    await deliver();
    expect(smtp.posted.filter(({ to }) => to.includes('hetao@linjiang.example'))).toHaveLength(0);
    await behind.query(`update kernel.account set state = 'active' where person_id = $1`, [
      at.ids.persons['何涛'].person,
    ]);
  });
});

describe('what a person chose', () => {
  const to = (address: string) => smtp.posted.filter((each) => each.to.includes(`${address}@linjiang.example`));

  test('no more than one push a case and day, unless it changes hands', async () => {
    const trip = await ask();
    await at.as('周敏').does('vehicles.urge-trip', { trip });
    await at.as('周敏').run('vehicles.urge-trip', { trip });
    await spread();
    await deliver();
    // The task; the urging waits for the digest of the next morning.
    expect(to('hetao')).toHaveLength(1);
    await at.as('何涛').does('vehicles.send-trip-back', { trip, opinion: '请补充' });
    await spread();
    await deliver();
    expect(to('zhoumin')).toHaveLength(1);
  });

  test('in quiet hours nothing but what is urgent as data, and afterwards all of it', async () => {
    now = new Date(`${now.toISOString().slice(0, 10)}T21:00:00+08:00`);
    await ask();
    await spread();
    await deliver();
    expect(to('hetao')).toHaveLength(0);
    const [row] = await rows(
      `select due_at from kernel.notice_delivery where person_id = $1 and state = 'waiting' order by raised_at desc limit 1`,
      [at.ids.persons['何涛'].person],
    );
    now = new Date((row!['due_at'] as Date).getTime() + 1_000);
    await deliver();
    expect(to('hetao').length).toBeGreaterThan(0);
  });

  test('a digest is one mail with everything in it', async () => {
    await choose('何涛', {}, { task: 'digest' });
    await ask('甲事');
    await ask('乙事');
    await ask('丙事');
    await spread();
    await deliver();
    expect(to('hetao')).toHaveLength(0);
    now = new Date(now.getTime() + 4 * 86_400_000);
    await deliver();
    expect(to('hetao')).toHaveLength(1);
    const text = decodeText(to('hetao')[0]!.data);
    expect(text).toMatch(/1\. .*2\. .*3\. /s);
  });

  test('off is off; and who stands in hears of it, with whose it is', async () => {
    await choose('何涛', {}, { task: 'off' });
    await choose('周敏');
    await at.as('何涛').does('kernel.name-stand-in', {
      forPerson: at.ids.persons['何涛'].person,
      person: at.ids.persons['陈局'].person,
      from: now.toISOString().slice(0, 10),
      to: '2099-01-01',
      reason: '年休假',
    });
    await at.kernel.registers.refresh();
    await enter('陈局', 'chen@linjiang.example');
    smtp.posted.length = 0;
    await ask();
    await spread();
    await deliver();
    expect(to('hetao')).toHaveLength(0);
    expect(to('chen')).toHaveLength(1);
    expect(decodeSubject(to('chen')[0]!.data)).toContain('代何涛');
  });
});

/** The text of a mail, however it was packed. */
const decodeText = (data: string): string => {
  const [head = '', ...rest] = data.split('\n\n');
  const body = rest.join('\n\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const plain = body
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_hex, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  return Buffer.from(plain, 'latin1').toString('utf8');
};

/** A subject in encoded words (RFC 2047). */
const decodeSubject = (data: string): string =>
  (/^Subject: (.*(?:\n .*)*)/m.exec(data)?.[1] ?? '')
    .replaceAll(/\n /g, '')
    .replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/g, (_all, how: string, text: string) =>
      how === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replaceAll(/=([0-9A-F]{2})/g, (_hex, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
            'latin1',
          ).toString('utf8'),
    );
