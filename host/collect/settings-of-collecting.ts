import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsRefused } from '../program/settings-refused.ts';

export interface MqttSettings {
  readonly port: number;
  readonly host: string;
  /** Folder with `cert.pem` and `key.pem`; null serves plain TCP, on this machine alone. */
  readonly tls: string | null;
}

export interface OutsideBrokerSettings {
  readonly url: string;
  /** Machine key as whose account its messages count. */
  readonly key: string;
  /** What stands before the topics there: `campus/`. */
  readonly prefix: string;
}

export interface CollectingSettings {
  /** `OPENGOA_MQTT`: port or host:port of the door for devices; `OPENGOA_MQTT_TLS`: its certificate. Null where there is none. */
  readonly mqtt: MqttSettings | null;
  /** `OPENGOA_MQTT_BROKER`, `_KEY`, `_PREFIX`: a broker of the office to take messages from. */
  readonly outside: OutsideBrokerSettings | null;
}

const loopback = /^(127\.|localhost$|::1$)/;

/** @throws SettingsRefused naming the variable */
export function collectingSettings(env: Readonly<Record<string, string | undefined>>): CollectingSettings {
  return { mqtt: mqttOf(env), outside: outsideOf(env) };
}

function mqttOf(env: Readonly<Record<string, string | undefined>>): MqttSettings | null {
  const text = env['OPENGOA_MQTT'];
  if (!text) return null;
  const [, host = '127.0.0.1', digits = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535)
    throw new SettingsRefused(
      `OPENGOA_MQTT=${text} 须为端口或 地址:端口。OPENGOA_MQTT must be a port or address:port.`,
    );
  const tls = env['OPENGOA_MQTT_TLS'] || null;
  if (tls !== null && !['cert.pem', 'key.pem'].every((file) => existsSync(join(tls, file))))
    throw new SettingsRefused(
      `OPENGOA_MQTT_TLS=${tls} 中须有 cert.pem 和 key.pem。OPENGOA_MQTT_TLS must be a folder with cert.pem and key.pem.`,
    );
  if (tls === null && !loopback.test(host))
    throw new SettingsRefused(
      `OPENGOA_MQTT=${text} 会让设备密钥明文经过网络,请设 OPENGOA_MQTT_TLS。OPENGOA_MQTT=${text} would send the keys of devices over the network in the clear: set OPENGOA_MQTT_TLS.`,
    );
  return { host, port, tls };
}

function outsideOf(env: Readonly<Record<string, string | undefined>>): OutsideBrokerSettings | null {
  const url = env['OPENGOA_MQTT_BROKER'];
  if (!url) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['mqtt:', 'mqtts:'].includes(parsed.protocol))
    throw new SettingsRefused(
      'OPENGOA_MQTT_BROKER 须以 mqtts:// 或 mqtt:// 开头。OPENGOA_MQTT_BROKER must begin with mqtts:// or mqtt://.',
    );
  if (parsed.protocol === 'mqtt:' && !loopback.test(parsed.hostname.replaceAll(/[[\]]/g, '')))
    throw new SettingsRefused(
      'OPENGOA_MQTT_BROKER 在另一台机器上,须用 mqtts://。OPENGOA_MQTT_BROKER is on another machine: use mqtts://.',
    );
  const key = env['OPENGOA_MQTT_BROKER_KEY'];
  if (!key)
    throw new SettingsRefused(
      '请设 OPENGOA_MQTT_BROKER_KEY:其报文以哪个接口密钥的名义接收。Set OPENGOA_MQTT_BROKER_KEY: the machine key as whose account its messages count.',
    );
  return { url, key, prefix: env['OPENGOA_MQTT_BROKER_PREFIX'] ?? '' };
}
