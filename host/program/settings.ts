import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { oidcProviders, type OidcProvider, workApps, type WorkApp } from '@opengoa/kernel/host';
import { collectingSettings, type CollectingSettings } from '../collect/settings-of-collecting.ts';
import { scannerAt, type ScannerAt } from '../scan/clamd.ts';
import { SettingsRefused } from './settings-refused.ts';

/** What the operator says from outside; everything else is data in the store or a standard. */
export interface Settings {
  /** `OPENGOA_DATA`: data folder. */
  readonly data: string;
  /** `OPENGOA_PORT` and `OPENGOA_HOST`: where to listen. */
  readonly port: number;
  readonly host: string;
  /** `OPENGOA_DEMO`: a demo is loaded into an empty store and its accounts are printed. */
  readonly demo: boolean;
  /** Which: `1` and `town` the small town, `city` the whole city. */
  readonly demoSize: DemoSize;
  /** `DATABASE_URL`: this server's database instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** `OPENGOA_CRYPTO`: international or national profile. */
  readonly profile: 'international' | 'national';
  /** `OPENGOA_PROXIES`: addresses whose forwarded headers are believed (SEC-IN-15). */
  readonly proxies: readonly string[];
  /** `OPENGOA_OFFICERS`: addresses and networks from which the three officers may work; null, from anywhere (SEC-TA-07). */
  readonly officers: readonly string[] | null;
  /** `OPENGOA_OIDC`: providers of sign-in, as JSON. */
  readonly oidc: readonly OidcProvider[];
  /** `OPENGOA_WORK_APPS`: applications on WeCom and DingTalk that people sign in from, as JSON; none where it is empty. */
  readonly workApps: readonly WorkApp[];
  /** `OPENGOA_CHECKSUMS`: pages are summed by the database, or by the storage below it, for which the operator answers. */
  readonly checksums: 'database' | 'storage';
  /** `OPENGOA_DEVICES`: addresses and networks of devices that the program may ask by itself; none where it is empty. */
  readonly devices: readonly string[];
  /** `OPENGOA_MQTT…`: how devices come in besides HTTP. */
  readonly collecting: CollectingSettings;
  /** `OPENGOA_JT808_PORT` and `OPENGOA_JT808_HOST`: where vehicle terminals come. Off unless named; a demo opens it on loopback. */
  readonly deviceDoors: Readonly<Record<string, DevicesAt>>;
  /** `OPENGOA_CLAMD`: a scanner for malware, by its socket's path or `host:port`; without it files are marked as not looked at (SEC-FI-10). */
  readonly scanner: ScannerAt | null;
  readonly logLevel: string;
}

/** As `demo/load-demo.ts` names them. */
export type DemoSize = 'town' | 'city';

export interface DevicesAt {
  readonly host: string;
  readonly port: number;
  /** Nobody named it: where another program has the port, the door stays closed. */
  readonly guessed: boolean;
}

export { SettingsRefused };

/**
 * Reads the settings.
 * @throws SettingsRefused naming the variable
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(env['OPENGOA_PORT'] ?? 8600);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsRefused(`OPENGOA_PORT=${env['OPENGOA_PORT']} 不是端口号。OPENGOA_PORT is not a port.`);
  const demo = env['OPENGOA_DEMO'] ?? '1';
  if (!/^(?:0|1|town|city)$/.test(demo))
    throw new SettingsRefused(`OPENGOA_DEMO=${demo} 须为 0、1、town 或 city。OPENGOA_DEMO must be 0, 1, town or city.`);
  const profile = env['OPENGOA_CRYPTO'] ?? 'international';
  if (profile !== 'international' && profile !== 'national')
    throw new SettingsRefused(
      `OPENGOA_CRYPTO=${profile} 须为 international 或 national。OPENGOA_CRYPTO must be international or national.`,
    );
  const databaseUrl = env['DATABASE_URL'] || null;
  if (databaseUrl !== null && !/^postgres(?:ql)?:\/\//.test(databaseUrl))
    throw new SettingsRefused('DATABASE_URL 须以 postgres:// 开头。DATABASE_URL must begin with postgres://.');
  const host = env['OPENGOA_HOST'] ?? '127.0.0.1';
  if (demo !== '0' && !/^(127\.|localhost$|::1$)/.test(host) && env['OPENGOA_DEMO'] === undefined) {
    throw new SettingsRefused(
      `OPENGOA_HOST=${host} 会对外开放演示账号;请设 OPENGOA_DEMO=0,或明确写 OPENGOA_DEMO=1。OPENGOA_HOST=${host} would open the demo accounts to others: set OPENGOA_DEMO=0, or OPENGOA_DEMO=1 on purpose.`,
    );
  }
  const oidc = jsonOf('OPENGOA_OIDC', env, oidcProviders);
  const apps = jsonOf('OPENGOA_WORK_APPS', env, workApps);
  const twice = [...oidc, ...apps].map(({ id }) => id).find((id, at, all) => all.indexOf(id) !== at);
  if (twice !== undefined)
    throw new SettingsRefused(
      `OPENGOA_OIDC 和 OPENGOA_WORK_APPS 中有重复的标识 ${twice}。OPENGOA_OIDC and OPENGOA_WORK_APPS name ${twice} twice.`,
    );
  const officers = listOf(env['OPENGOA_OFFICERS']);
  const unfit = officers.find((each) => !isNetwork(each));
  if (unfit !== undefined)
    throw new SettingsRefused(
      `OPENGOA_OFFICERS 中的 ${unfit} 不是地址或网段。OPENGOA_OFFICERS: ${unfit} is no address or network.`,
    );
  const devices = listOf(env['OPENGOA_DEVICES']);
  const strange = devices.find((each) => !isNetwork(each));
  if (strange !== undefined)
    throw new SettingsRefused(
      `OPENGOA_DEVICES 中的 ${strange} 不是地址或网段。OPENGOA_DEVICES: ${strange} is no address or network.`,
    );
  const checksums = env['OPENGOA_CHECKSUMS'] ?? 'database';
  if (checksums !== 'database' && checksums !== 'storage')
    throw new SettingsRefused(
      `OPENGOA_CHECKSUMS=${checksums} 须为 database 或 storage。OPENGOA_CHECKSUMS must be database or storage.`,
    );
  const clamd = env['OPENGOA_CLAMD'] || undefined;
  const scanner = clamd === undefined ? null : scannerAt(clamd);
  if (clamd !== undefined && scanner === null)
    throw new SettingsRefused(
      `OPENGOA_CLAMD=${clamd} 须为套接字路径或 主机:端口。OPENGOA_CLAMD must be a socket's path or host:port.`,
    );
  if (demo === '0') refusePlaceholders(databaseUrl, oidc, apps);
  if (databaseUrl !== null && leavesTheMachine(databaseUrl) && !/[?&]sslmode=verify-full(?:&|$)/.test(databaseUrl))
    throw new SettingsRefused(
      'DATABASE_URL 指向另一台机器,须带 sslmode=verify-full(加密并核对证书)。DATABASE_URL points to another machine: add sslmode=verify-full (encrypted, certificate checked).',
    );
  return {
    data: resolve(env['OPENGOA_DATA'] ?? 'data'),
    port,
    host,
    demo: demo !== '0',
    demoSize: demo === 'city' ? 'city' : 'town',
    databaseUrl,
    profile,
    proxies: listOf(env['OPENGOA_PROXIES']),
    officers: officers.length > 0 ? officers : null,
    oidc,
    workApps: apps,
    checksums,
    devices,
    collecting: collectingSettings(env),
    deviceDoors: { ...devicesAt(env, 'JT808', demo !== '0' ? (port === 0 ? 0 : usualTerminalPort) : null, host) },
    scanner,
    logLevel: env['OPENGOA_LOG'] ?? 'info',
  };
}

/** The port that makers of terminals expect most. */
const usualTerminalPort = 7611;

/** Where a kind of devices comes; nothing where no port is named and none is guessed. @throws SettingsRefused naming the variable */
function devicesAt(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  guess: number | null,
  host: string,
): Record<string, DevicesAt> {
  const named = env[`OPENGOA_${name}_PORT`] || undefined;
  if (named === undefined)
    return guess === null ? {} : { [name.toLowerCase()]: { host: '127.0.0.1', port: guess, guessed: true } };
  if (named === 'off') return {};
  const port = Number(named);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsRefused(
      `OPENGOA_${name}_PORT=${named} 不是端口号，也不是 off。OPENGOA_${name}_PORT is neither a port nor off.`,
    );
  return { [name.toLowerCase()]: { host: env[`OPENGOA_${name}_HOST`] || host, port, guessed: false } };
}

const listOf = (text = '') =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
    return /^\d{1,3}$/.test(bits);
  } catch {
    return false;
  }
}

function jsonOf<Kept>(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  read: (text: string | undefined) => Kept,
): Kept {
  try {
    return read(env[name]);
  } catch (error) {
    throw new SettingsRefused(`${name} 不可用。${name} cannot be used: ${(error as Error).message.slice(0, 500)}`);
  }
}

/** Words that stand in examples where a secret belongs. Nobody's real secret is one of them, and everybody tries them first. */
const placeholder =
  /^(?:|change[-_ ]?(?:me|it|this)|pass(?:word|wd)?|secret|postgres|opengoa|admin|root|test|demo|example|default|placeholder|your[-_ ].*|<.*>|\$\{.*\}|(.)\1*|1234+5*6*7*8*9*0*)$/i;

/** A production start with a secret out of an example is no start (SEC-ID-13). A server that asks for no password has none to refuse. */
function refusePlaceholders(databaseUrl: string | null, oidc: readonly OidcProvider[], apps: readonly WorkApp[]): void {
  const wrong: string[] = [];
  if (databaseUrl !== null) {
    const { password } = new URL(databaseUrl);
    if (password !== '' && placeholder.test(decodeURIComponent(password))) wrong.push('DATABASE_URL');
  }
  for (const { id, clientSecret } of oidc)
    if (clientSecret !== undefined && placeholder.test(clientSecret)) wrong.push(`OPENGOA_OIDC (${id})`);
  for (const { id, secret } of apps) if (placeholder.test(secret)) wrong.push(`OPENGOA_WORK_APPS (${id})`);
  if (wrong.length > 0)
    throw new SettingsRefused(
      `${wrong.join('、')} 中的密钥是示例值,正式启用前请换成真实的密钥。${wrong.join(', ')} holds a placeholder for a secret: put a real one there before a production start.`,
    );
}

/** A socket or loopback stays on the machine; anything else goes over a line that somebody may listen on (SEC-CR-08). */
function leavesTheMachine(databaseUrl: string): boolean {
  const named =
    /[?&]host=([^&]*)/.exec(databaseUrl)?.[1] ??
    /^[a-z]+:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?]*)/.exec(databaseUrl)?.[1] ??
    '';
  const host = decodeURIComponent(named);
  return !(host === '' || host.startsWith('/') || /^(127\.|localhost$|\[?::1\]?$)/.test(host));
}
