import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotSent } from '@opengoa/kernel/host';
import { callOutside } from './call-outside.ts';
import { standingOf } from './refused-address.ts';
import { sendMail } from './send-mail.ts';
import { fakeHttp, say, type FakeHttp } from './testing/fake-http.ts';
import { fakeSmtp } from './testing/fake-smtp.ts';

const limits = { timeoutMs: 800, bodyMost: 10_000, answerMost: 2_000 };
const loopback = ['127.0.0.0/8'];

let peer: FakeHttp;
beforeAll(async () => {
  peer = await fakeHttp((_heard, reply) => say(reply, 200, { ok: true }));
});
afterAll(() => peer.close());

const reasonOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof NotSent ? error.reason : `fault: ${String(error)}`),
  );

const post = (url: string, inside: readonly string[], more: Parameters<typeof callOutside>[2] = {}) =>
  callOutside({ method: 'POST', url, body: '{}', inside }, limits, more);

describe('SEC-FE-10 addresses', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'ff02::1',
    'not-an-address',
    '',
  ])('%s is refused', (address) => {
    expect(standingOf(address, [])).toBe('refused');
  });

  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is open', (address) => {
    expect(standingOf(address, [])).toBe('open');
  });

  it('an inner address is reached only where its network is registered', () => {
    expect(standingOf('10.1.2.3', ['10.1.2.0/24'])).toBe('registered');
    expect(standingOf('10.1.3.3', ['10.1.2.0/24'])).toBe('refused');
    expect(standingOf('::ffff:10.1.2.3', ['10.1.2.3'])).toBe('registered');
    expect(standingOf('169.254.169.254', ['10.0.0.0/8'])).toBe('refused');
  });
});

describe('SEC-FE-10 a call', () => {
  it('reaches a registered inner address', async () => {
    expect(await post(`${peer.address}/hook`, loopback)).toMatchObject({ status: 200 });
    expect(peer.heard.at(-1)).toMatchObject({ method: 'POST', path: '/hook', body: '{}' });
  });

  it.each([
    'http://127.0.0.1:{port}/',
    'http://localhost:{port}/',
    'http://[::1]:{port}/',
    'http://[::ffff:127.0.0.1]:{port}/',
    'http://0x7f000001:{port}/',
    'http://2130706433:{port}/',
    'http://127.1:{port}/',
    'http://0177.0.0.1:{port}/',
    'https://127.0.0.1:{port}/',
  ])('is refused to %s that no network of the register holds', async (url) => {
    const before = peer.heard.length;
    expect(await reasonOf(post(url.replace('{port}', String(peer.port)), []))).toBe('address-refused');
    expect(peer.heard).toHaveLength(before);
  });

  it('a name that has one inner address among open ones is refused', async () => {
    const resolve = async () => ['1.1.1.1', '127.0.0.1'];
    expect(await reasonOf(post(`http://mixed.example:${peer.port}/`, [], { resolve }))).toBe('address-refused');
  });

  it('a name that changes its mind after the check (DNS rebinding) is asked once, and the line goes where was checked', async () => {
    let asked = 0;
    // Allowed at first, the metadata service a moment later.
    const resolve = async () => {
      asked += 1;
      return [asked === 1 ? '127.0.0.1' : '169.254.169.254'];
    };
    const answer = await post(`http://rebinding.example:${peer.port}/first`, loopback, { resolve });
    expect([answer.status, asked]).toEqual([200, 1]);
    // The next call looks again and is refused.
    expect(await reasonOf(post(`http://rebinding.example:${peer.port}/second`, loopback, { resolve }))).toBe(
      'address-refused',
    );
    expect(peer.heard.at(-1)!.path).toBe('/first');
  });

  it('goes in plain text to registered inner networks alone', async () => {
    // Nothing listens at the open address: were it tried, it would not be refused but unreachable.
    const resolve = async () => ['127.0.0.1', '1.1.1.1'];
    expect(await reasonOf(post(`http://half.example:${peer.port}/plain`, loopback, { resolve }))).toBe(
      'address-refused',
    );
    expect(peer.heard.at(-1)!.path).not.toBe('/plain');
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (status) => {
    const target = await fakeHttp((_heard, reply) => say(reply, 200));
    peer.answer = (_heard, reply) => say(reply, status, {}, { location: `${target.address}/inner` });
    expect(await reasonOf(post(`${peer.address}/`, loopback))).toBe('redirect-refused');
    expect(target.heard).toHaveLength(0);
    peer.answer = (_heard, reply) => say(reply, 200);
    await target.close();
  });

  it('a mail server is held to the same register', async () => {
    const smtp = await fakeSmtp();
    const mail = {
      server: `smtp://127.0.0.1:${smtp.port}`,
      user: undefined,
      password: '',
      from: 'goa@linjiang.example',
      to: 'zhou@linjiang.example',
      subject: 's',
      text: 't',
      messageId: '<1@opengoa>',
    };
    expect(await reasonOf(sendMail({ ...mail, inside: [] }, limits))).toBe('address-refused');
    expect(await reasonOf(sendMail({ ...mail, inside: loopback }, limits))).toBe('sent');
    expect(smtp.posted).toHaveLength(1);
    await smtp.close();
  });
});

describe('SEC-FE-11 a call is bounded', () => {
  it('in time, from the name to the last byte', async () => {
    const began = Date.now();
    const never = () => new Promise<string[]>(() => undefined);
    expect(await reasonOf(post('http://slow.example/', loopback, { resolve: never }))).toBe('timed-out');
    peer.answer = () => undefined;
    expect(await reasonOf(post(`${peer.address}/`, loopback))).toBe('timed-out');
    // One byte now and then is no reason to wait.
    peer.answer = (_heard, reply) => {
      reply.writeHead(200);
      const drip = setInterval(() => reply.write(' '), 100);
      reply.on('close', () => clearInterval(drip));
    };
    expect(await reasonOf(post(`${peer.address}/`, loopback))).toBe('timed-out');
    expect(Date.now() - began).toBeLessThan(6_000);
    peer.answer = (_heard, reply) => say(reply, 200);
  });

  it('in size, both ways', async () => {
    const large = callOutside(
      { method: 'POST', url: `${peer.address}/`, body: 'x'.repeat(10_001), inside: loopback },
      limits,
    );
    expect(await reasonOf(large)).toBe('body-too-large');
    peer.answer = (_heard, reply) => {
      reply.writeHead(200);
      for (let at = 0; at < 1_000; at += 1) reply.write('x'.repeat(1_000));
      reply.end();
    };
    expect(await reasonOf(post(`${peer.address}/`, loopback))).toBe('answer-too-large');
    peer.answer = (_heard, reply) => say(reply, 200);
  });

  it('a mail server that says nothing is left in time', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const server = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const mail = {
      server,
      user: undefined,
      password: '',
      from: 'a@b.example',
      to: 'c@b.example',
      subject: '',
      text: '',
      messageId: '<1@o>',
    };
    const began = Date.now();
    expect(await reasonOf(sendMail({ ...mail, inside: loopback }, limits))).toBe('timed-out');
    expect(Date.now() - began).toBeLessThan(3_000);
    silent.close();
  });
});
