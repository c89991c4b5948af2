import type { Logger } from 'pino';
import type { Identity, Kernel } from '@opengoa/kernel/host';
import { openMqttBroker } from './mqtt-broker.ts';
import { joinOutsideBroker } from './outside-broker.ts';
import { openReceiver, type Receiver } from './receive-message.ts';
import type { CollectingSettings } from './settings-of-collecting.ts';
import { tellDevices } from './tell-devices.ts';

export interface Collector {
  /** Where devices come by MQTT, or null. */
  readonly mqttPort: number | null;
  readonly receiver: Receiver;
  stop(): Promise<void>;
}

/** Opens the lines that the settings name: the own door for devices, and the office's broker. */
export async function startCollector(
  { kernel, identity, log }: { kernel: Kernel; identity: Identity; log: Logger },
  { mqtt, outside }: CollectingSettings,
): Promise<Collector> {
  const receiver = openReceiver(kernel, log);
  const broker = mqtt && (await openMqttBroker({ identity, receiver, tells: kernel.tells, log, settings: mqtt }));
  const joined = outside && joinOutsideBroker({ kernel, identity, receiver, log }, outside);
  const teller = tellDevices(
    kernel,
    [broker, joined].filter((line) => line !== null),
    log,
  );
  return {
    mqttPort: broker?.port ?? null,
    receiver,
    async stop() {
      await teller.stop();
      await joined?.close();
      await broker?.close();
    },
  };
}
