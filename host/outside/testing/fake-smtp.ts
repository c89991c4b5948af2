import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Posted {
  readonly from: string;
  readonly to: readonly string[];
  /** The password as it was shown; empty without sign-in. */
  readonly auth: string;
  readonly data: string;
}

export interface FakeSmtp {
  readonly port: number;
  readonly posted: Posted[];
  /** What RCPT is answered with. */
  receipt: string;
  close(): Promise<void>;
}

/** A mail server on loopback, as much of RFC 5321 as a sender needs: greeting, AUTH PLAIN, one mail a line, no TLS. */
export async function fakeSmtp(): Promise<FakeSmtp> {
  const posted: Posted[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    let [from, auth, data]: [string, string, string | null] = ['', '', null];
    let to: string[] = [];
    let rest = '';
    const line = (text: string) => {
      if (data !== null) {
        if (text === '.') {
          posted.push({ from, to, auth, data });
          data = null;
          socket.write('250 kept\r\n');
        } else data += `${text.replace(/^\./, '')}\n`;
        return;
      }
      const word = text.slice(0, 4).toUpperCase();
      if (word === 'EHLO') socket.write('250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n');
      else if (word === 'AUTH') {
        auth = Buffer.from(text.slice(11), 'base64').toString('utf8').split('\0').at(-1) ?? '';
        socket.write('235 known\r\n');
      } else if (word === 'MAIL') {
        from = /<(.*?)>/.exec(text)?.[1] ?? '';
        to = [];
        socket.write('250 ok\r\n');
      } else if (word === 'RCPT') {
        to.push(/<(.*?)>/.exec(text)?.[1] ?? '');
        socket.write(`${fake.receipt}\r\n`);
      } else if (word === 'DATA') {
        data = '';
        socket.write('354 go on\r\n');
      } else if (word === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      rest += chunk;
      for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
        const text = rest.slice(0, at);
        rest = rest.slice(at + 2);
        line(text);
      }
    });
    socket.write('220 fake ready\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const fake: FakeSmtp = {
    port: (server.address() as AddressInfo).port,
    posted,
    receipt: '250 ok',
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
  return fake;
}
