import mqtt, { type MqttClient } from 'mqtt';
import type { DeviceAccount } from './device-account.ts';

interface Told {
  readonly id: string;
  readonly point: string;
  readonly kind: 'set' | 'renew' | 'return';
  readonly value: number;
  readonly safe: number;
  readonly ttlSeconds: number;
  readonly until: string;
}

/**
 * A device with one point, as one behaves that is built by the reference: it applies what it is told, holds it for as long as it was told, and
 * goes back to its safe value by itself. Its clock is the test's.
 */
export interface ControllerDevice {
  readonly value: () => number;
  readonly told: readonly Told[];
  /** Answers no more, as one whose program hangs; commands are still applied. */
  mute: boolean;
  /** Time passes: what ran out goes back. */
  tick(): void;
  close(): Promise<void>;
}

export async function controllerDevice(
  port: number,
  { name, key }: Pick<DeviceAccount, 'name' | 'key'>,
  { safe, clock }: { readonly safe: number; readonly clock: () => Date },
): Promise<ControllerDevice> {
  const client: MqttClient = mqtt.connect(`mqtt://127.0.0.1:${port}`, {
    username: name,
    password: key,
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: 100,
  });
  client.on('error', () => undefined);
  const told: Told[] = [];
  let value = safe;
  let held: { id: string; until: number } | null = null;
  const device = {
    value: () => value,
    told,
    mute: false,
    tick() {
      if (!held || clock().getTime() < held.until) return;
      const { id } = held;
      [value, held] = [safe, null];
      // The program may be gone: nobody waits for it to hear.
      void answer(id, 'returned');
    },
    close: () => client.endAsync(true),
  };
  const answer = async (id: string, outcome: string) => {
    if (device.mute || !client.connected) return;
    await client
      .publishAsync(`energy/command-answers/${name}`, JSON.stringify({ id, outcome, value }), { qos: 1 })
      .catch(() => undefined);
  };
  client.on('message', (_topic, payload) => {
    const command = JSON.parse(payload.toString('utf8')) as Told;
    told.push(command);
    if (clock().getTime() > Date.parse(command.until)) return;
    if (command.kind === 'return') {
      [value, held] = [safe, null];
      void answer(command.id, 'returned');
      return;
    }
    value = command.value;
    held = { id: command.id, until: clock().getTime() + command.ttlSeconds * 1_000 };
    void answer(command.id, 'applied');
  });
  client.on('connect', () => client.subscribe(`energy/commands/${name}`, { qos: 1 }, () => undefined));
  await new Promise<void>((done) => client.once('connect', () => done()));
  await client.subscribeAsync(`energy/commands/${name}`, { qos: 1 });
  return device;
}
