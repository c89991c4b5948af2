import mqtt from 'mqtt';
import type { Logger } from 'pino';
import { findMachine, subscriptionOf, type Identity, type Kernel } from '@opengoa/kernel/host';
import { NotKept, type Receiver } from './receive-message.ts';
import type { OutsideBrokerSettings } from './settings-of-collecting.ts';
import type { TellingLine } from './tell-devices.ts';
import { topicFor } from './topic-for.ts';

export interface OutsideBroker extends TellingLine {
  close(): Promise<void>;
}

/** How long after a failure the connection is tried again: longer each time, and never longer than the second. */
const pauseMs = { first: 1_000, longest: 60_000 };

/**
 * Takes the rooms' topics from a broker that the office already has. The session is kept there under a fixed id and every message is
 * acknowledged after its commit, so that what came while this program was down comes again. The broker answers for who publishes under which
 * topic; here everything counts as sent by the account of the key that was set.
 */
export function joinOutsideBroker(
  { kernel, identity, receiver, log }: { kernel: Kernel; identity: Identity; receiver: Receiver; log: Logger },
  { url, key, prefix }: OutsideBrokerSettings,
): OutsideBroker {
  const client = mqtt.connect(url, {
    clientId: `opengoa-${kernel.node}`,
    clean: false,
    protocolVersion: 4,
    reconnectPeriod: pauseMs.first,
    connectTimeout: 10_000,
    resubscribe: true,
    queueQoSZero: false,
  });
  let pause = pauseMs.first;
  client.on('connect', () => {
    pause = pauseMs.first;
    client.options.reconnectPeriod = pause;
    for (const { topic } of kernel.collects)
      client.subscribe(prefix + subscriptionOf(topic), { qos: 1 }, (error) => {
        if (error) log.error({ err: error, topic: prefix + topic }, 'outside broker: not subscribed');
      });
    log.info('outside broker: connected');
  });
  client.on('close', () => {
    pause = Math.min(pauseMs.longest, pause * 2);
    client.options.reconnectPeriod = pause;
  });
  client.on('error', (error) => log.warn({ err: error }, 'outside broker'));
  // The library acknowledges when this calls back, and takes the next message then.
  client.handleMessage = (packet, done) => {
    const { topic, payload } = packet;
    const take = async () => {
      const { actor, account } = await findMachine(identity, key, null);
      if (account === null) throw new NotKept('the key of the outside broker no longer counts');
      const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
      await receiver.receive({ actor, ownTopics: false }, { topic: topic.slice(prefix.length), payload: bytes });
    };
    const answer = async () => {
      try {
        await take();
      } catch (error) {
        log.warn({ why: (error as Error).message, topic }, 'outside broker: message not kept, asked for again');
        // Not acknowledged: the broker sends it again when the session is taken up anew.
        client.stream.destroy();
        return done?.(error as Error);
      }
      return done?.();
    };
    void answer();
  };
  return {
    // While the line is down nothing is sent: the library would keep it and send it later.
    async tell({ pattern, device, payload }, mayHear) {
      if (!client.connected) return false;
      const { actor, account } = await findMachine(identity, key, null);
      if (account === null || !mayHear(actor)) return false;
      const handed = client.publishAsync(prefix + topicFor(pattern, device), payload, { qos: 1 }).then(() => true);
      handed.catch(() => undefined);
      return Promise.race([handed, new Promise<boolean>((done) => setTimeout(() => done(false), 5_000).unref())]).catch(
        () => false,
      );
    },
    close: () => client.endAsync(true),
  };
}
