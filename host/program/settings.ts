import { resolve } from 'node:path';

/** What the operator says from outside; everything else is data in the store or a standard. */
export interface Settings {
  /** `OPENGOA_DATA`: data folder. */
  readonly data: string;
  /** `OPENGOA_PORT` and `OPENGOA_HOST`: where to listen. */
  readonly port: number;
  readonly host: string;
  /** `OPENGOA_DEMO`: the demo city is loaded into an empty store and its accounts are printed. */
  readonly demo: boolean;
  /** `DATABASE_URL`: this server's database instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** `OPENGOA_CRYPTO`: international or national profile. */
  readonly profile: 'international' | 'national';
  /** `OPENGOA_PROXIES`: addresses whose forwarded headers are believed (SEC-IN-15). */
  readonly proxies: readonly string[];
  readonly logLevel: string;
}

/** A setting that cannot work stops the start and is named (REL-29). */
export class SettingsRefused extends Error {}

/**
 * Reads the settings.
 * @throws SettingsRefused naming the variable
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(env['OPENGOA_PORT'] ?? 8600);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsRefused(`OPENGOA_PORT=${env['OPENGOA_PORT']} 不是端口号。OPENGOA_PORT is not a port.`);
  const demo = env['OPENGOA_DEMO'] ?? '1';
  if (!/^[01]$/.test(demo)) throw new SettingsRefused(`OPENGOA_DEMO=${demo} 须为 0 或 1。OPENGOA_DEMO must be 0 or 1.`);
  const profile = env['OPENGOA_CRYPTO'] ?? 'international';
  if (profile !== 'international' && profile !== 'national')
    throw new SettingsRefused(
      `OPENGOA_CRYPTO=${profile} 须为 international 或 national。OPENGOA_CRYPTO must be international or national.`,
    );
  const databaseUrl = env['DATABASE_URL'] || null;
  if (databaseUrl !== null && !/^postgres(?:ql)?:\/\//.test(databaseUrl))
    throw new SettingsRefused('DATABASE_URL 须以 postgres:// 开头。DATABASE_URL must begin with postgres://.');
  const host = env['OPENGOA_HOST'] ?? '127.0.0.1';
  if (demo === '1' && !/^(127\.|localhost$|::1$)/.test(host) && env['OPENGOA_DEMO'] === undefined) {
    throw new SettingsRefused(
      `OPENGOA_HOST=${host} 会对外开放演示账号;请设 OPENGOA_DEMO=0,或明确写 OPENGOA_DEMO=1。OPENGOA_HOST=${host} would open the demo accounts to others: set OPENGOA_DEMO=0, or OPENGOA_DEMO=1 on purpose.`,
    );
  }
  return {
    data: resolve(env['OPENGOA_DATA'] ?? 'data'),
    port,
    host,
    demo: demo === '1',
    databaseUrl,
    profile,
    proxies: (env['OPENGOA_PROXIES'] ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    logLevel: env['OPENGOA_LOG'] ?? 'info',
  };
}
