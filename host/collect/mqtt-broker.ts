import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Aedes, type AuthErrorCode, type Client, type PublishPacket } from 'aedes';
import type { Logger } from 'pino';
import { findMachine, matchTopic, type AnyTell, type Identity } from '@opengoa/kernel/host';
import { limitPackets } from './packet-limit.ts';
import { NotKept, type Receiver } from './receive-message.ts';
import type { MqttSettings } from './settings-of-collecting.ts';
import type { TellingLine } from './tell-devices.ts';
import { topicFor } from './topic-for.ts';

export interface MqttBroker extends TellingLine {
  readonly port: number;
  close(): Promise<void>;
}

export interface BrokerParts {
  readonly identity: Identity;
  readonly receiver: Receiver;
  readonly tells: readonly AnyTell[];
  readonly log: Logger;
  readonly settings: MqttSettings;
}

/** What the line of a device remembers: the key is looked up again with every message, so that a withdrawn one ends at once. */
interface Line {
  readonly address: string | null;
  /** The device's account, by its name and its id: either may stand in its topics. */
  readonly names: readonly string[];
  /** Topics on which it is told something. */
  readonly hears: Set<string>;
  key: string | null;
  /** Messages of one line are taken one after the other. */
  last: Promise<unknown>;
}

/** Before it has said who it is, a line may announce no more than this. */
const connectBytes = 4_096;
const lines = 2_000;

/**
 * The door for devices that speak MQTT 3.1.1. A device signs in with its account's name and its machine key, publishes under its own topics and
 * subscribes to nothing but what the program tells it. QoS 1 and 2 are acknowledged after the commit; what could not be kept is not acknowledged,
 * and the line is cut so that it is sent again. Nothing is retained, and nothing that one device sends is passed on to another.
 */
export async function openMqttBroker({ identity, receiver, tells, log, settings }: BrokerParts): Promise<MqttBroker> {
  const known = new WeakMap<Client, Line>();
  const hearing = new Map<Client, Line>();
  /** Payloads of the program's own: nothing else is forwarded to anybody. */
  const ours = new WeakSet<Buffer>();
  const addresses = new WeakMap<object, { address: string | null; welcome: { said: boolean } }>();

  const broker = await Aedes.createBroker({
    concurrency: 100,
    connectTimeout: 5_000,
    maxInflightInbound: 100,
    maxTopicLevels: 10,
    authenticate(client, username, password, done) {
      const at = addresses.get(client.conn);
      const key = password?.toString('utf8');
      const signIn = async () => {
        try {
          const { actor, account } = await findMachine(identity, key, at?.address ?? null);
          // A name that is not the key's own is a mistake somebody should see, and not somebody else's line.
          const fits = account !== null && actor.grants.length > 0 && (username === actor.name || username === account);
          if (!fits) return done(refused(4), false);
          known.set(client, {
            address: at?.address ?? null,
            names: [actor.name, account],
            hears: new Set(),
            key: key!,
            last: Promise.resolve(),
          });
          if (at) at.welcome.said = true;
          // Lines of two devices never push each other out by bearing the same client id.
          (client as { id: string }).id = `${account}/${client.id}`;
        } catch (error) {
          log.warn({ err: error as Error }, 'mqtt sign-in');
          return done(refused(3), false);
        }
        return done(null, true);
      };
      void signIn();
    },
    // A session that is kept would have an old command wait in it until the device comes back.
    authorizeSubscribe(client, subscription, done) {
      const line = client && known.get(client);
      const { topic } = subscription;
      const own = tells.some((each) => line?.names.includes(matchTopic(each.topic, topic)?.['device'] ?? ''));
      if (!line || !own || !client.clean || /[+#]/.test(topic)) return done(null, null);
      line.hears.add(topic);
      hearing.set(client, line);
      return done(null, { ...subscription, qos: 1 });
    },
    authorizeForward: (_client, packet) => (ours.has(packet.payload as Buffer) ? packet : null),
    authorizePublish(client, packet, done) {
      const line = client && known.get(client);
      if (!line) return done(new NotKept('nobody sent it'));
      packet.retain = false;
      const kept = line.last.then(() => take(line, packet));
      line.last = kept.catch(() => undefined);
      const answer = async () => done(await kept.then(() => null).catch((error: Error) => error));
      return void answer();
    },
  });

  async function take(line: Line, { topic, payload }: PublishPacket): Promise<void> {
    const { actor, account } = await findMachine(identity, line.key ?? undefined, line.address);
    if (account === null) throw new NotKept('the key no longer counts');
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    await receiver.receive({ actor, ownTopics: true }, { topic, payload: bytes });
  }

  broker.on('clientDisconnect', (client) => hearing.delete(client));
  broker.on('unsubscribe', (topics, client) => topics.forEach((topic) => hearing.get(client)?.hears.delete(topic)));
  broker.on('clientError', (_client, error) => log.debug({ why: error.message }, 'mqtt line'));
  broker.on('connectionError', (_client, error) => log.debug({ why: error.message }, 'mqtt connection'));
  const welcomeLine = (socket: Socket) => {
    const welcome = { said: false };
    socket.setNoDelay(true);
    const limited = limitPackets(socket, () => (welcome.said ? receiver.largest() + 1_024 : connectBytes));
    addresses.set(limited, { address: socket.remoteAddress ?? null, welcome });
    broker.handle(limited);
  };
  const server = settings.tls
    ? createTlsServer(
        {
          cert: readFileSync(join(settings.tls, 'cert.pem')),
          key: readFileSync(join(settings.tls, 'key.pem')),
          minVersion: 'TLSv1.2',
        },
        welcomeLine,
      )
    : createServer(welcomeLine);
  server.maxConnections = lines;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(settings.port, settings.host, done);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    async tell({ pattern, device, payload }, mayHear) {
      let told = false;
      for (const [client, line] of hearing) {
        if (!line.names.includes(device)) continue;
        const topic = line.names.map((name) => topicFor(pattern, name)).find((each) => line.hears.has(each));
        if (topic === undefined) continue;
        const { actor, account } = await findMachine(identity, line.key ?? undefined, line.address);
        if (account === null || !mayHear(actor)) continue;
        const bytes = Buffer.from(payload);
        ours.add(bytes);
        const failed = await handed(client, topic, bytes);
        if (failed) log.debug({ why: failed.message }, 'mqtt command');
        else told = true;
      }
      return told;
    },
    async close() {
      server.close();
      await new Promise<void>((done) => broker.close(() => done()));
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Written to the line, or why not. One that stalls is not waited for. */
const handed = (client: Client, topic: string, payload: Buffer): Promise<Error | null> =>
  new Promise((done) => {
    const tired = setTimeout(() => done(new Error('the line stalls')), 5_000);
    const packet = { cmd: 'publish' as const, topic, payload, qos: 1 as const, retain: false, dup: false };
    client.publish(packet, (error) => {
      clearTimeout(tired);
      done(error ?? null);
    });
  });

const refused = (returnCode: number) =>
  Object.assign(new Error('not signed in'), { returnCode: returnCode as AuthErrorCode });
