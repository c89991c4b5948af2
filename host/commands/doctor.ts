import { statfsSync } from 'node:fs';
import { recordStanding } from '@opengoa/kernel/record';
import { checkDatabase } from '../backup/check-database.ts';
import { durabilityFaults } from '../postgres/assert-durability.ts';
import { withClient } from '../postgres/prepare-roles.ts';
import { diskLimits, judgeDisk } from '../postgres/watch-disk.ts';
import type { OpenHouse } from '../program/open-house.ts';
import type { Settings } from '../program/settings.ts';
import { type Command, tell, withHouse } from './command.ts';

interface Found {
  readonly fine: boolean;
  readonly told: string;
}

/** What is looked at, in the order it is told. Each says what to do when it is not fine. */
const examinations: Readonly<
  Record<string, (house: OpenHouse, settings: Settings, quick: boolean) => Found | Promise<Found>>
> = {
  async durability({ urls }, { checksums }) {
    const faults = (await Promise.all([durabilityFaults(urls.owner), durabilityFaults(urls.app)]))
      .flat()
      .filter(({ setting }) => checksums === 'database' || setting !== 'data_checksums');
    return {
      fine: faults.length === 0,
      told:
        faults.length === 0
          ? 'fsync, full_page_writes, synchronous_commit, checksums 均开启 on'
          : faults.map(({ setting, found, wanted }) => `${setting} = ${found}, 应为 must be ${wanted}`).join('; '),
    };
  },
  disk(_house, { data }) {
    const { bavail, blocks, bsize } = statfsSync(data);
    const { freeBytes, low } = judgeDisk({ free: bavail * bsize, total: blocks * bsize }, false, diskLimits({}));
    return {
      fine: !low,
      told: `${megabytes(freeBytes)} 可用 free${low ? ',已近写满,请腾出空间 nearly full: make room' : ''}`,
    };
  },
  async role({ pool }) {
    const { rows } = await pool.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: number }>(
      'select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = r.oid)::int as owns from pg_roles r where rolname = current_user',
    );
    const { rolsuper, rolbypassrls, owns } = rows[0]!;
    const fine = !rolsuper && !rolbypassrls && owns === 0;
    return {
      fine,
      told: fine
        ? '应用角色不拥有任何表、不能绕过行级安全 the app role owns and bypasses nothing'
        : `应用角色权限过大 the app role may too much: superuser ${rolsuper}, bypassrls ${rolbypassrls}, owns ${owns}`,
    };
  },
  async tables({ urls }, _settings, quick) {
    if (quick) return { fine: true, told: '未检查 not looked at (--quick)' };
    if (urls.superuser === null)
      return { fine: true, told: 'DATABASE_URL 的数据库由其服务器检查(pg_amcheck) · checked by its own server' };
    const { tables, indexes, faults } = await checkDatabase(urls.superuser, tell);
    return {
      fine: faults.length === 0,
      told:
        faults.length === 0
          ? `${tables.length} 张表、${indexes} 个索引逐页检查无误 tables and indexes read page by page`
          : `${faults.length} 处损坏,请从备份恢复 damaged, restore a backup: ${faults[0]!.where} ${faults[0]!.what}`,
    };
  },
  async sealer({ pool, kernel, cluster }) {
    const { sealed, signed, unsealed, unsealedSince, sealer } = await recordStanding(pool, { node: kernel.node });
    const behindSeconds = unsealedSince ? (kernel.clock().getTime() - unsealedSince.getTime()) / 1_000 : 0;
    // Without a program there is no sealer, and what waits is sealed at the next start.
    const running = sealer !== null || cluster === null;
    return {
      fine: !running || behindSeconds < 60,
      told: `已封存 sealed ${sealed}, 已签名 signed ${signed}, 待封存 waiting ${unsealed}${
        unsealed > 0 ? ` (${behindSeconds.toFixed(0)} s)` : ''
      }; ${sealer ? `封存者 sealer ${sealer.holder}` : '程序未运行 no program is running'}`,
    };
  },
  calendar({ registers, kernel }) {
    const year = Number(kernel.registers.calendar().dayOf(kernel.clock()).slice(0, 4));
    const known = registers.calendar().known(year);
    return {
      fine: known,
      told: known ? `${year} 年节假日已知 known` : `${year} 年节假日未知,请补充国办通知 unknown: add the notice`,
    };
  },
  async search({ pool }) {
    const { rows } = await pool.query<{ proleakproof: boolean }>(
      "select proleakproof from pg_proc where oid = 'pg_catalog.arraycontains(anyarray,anyarray)'::regprocedure",
    );
    const fine = rows[0]!.proleakproof;
    return {
      fine,
      told: fine
        ? '按索引查找 goes by its index'
        : '不用索引,结果正确但慢;请管理员在该库执行 right but slow; an administrator runs once in this database: alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof',
    };
  },
  async server({ urls }) {
    const version = await withClient(urls.owner, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]!.server_version;
    });
    return { fine: true, told: `PostgreSQL ${version}${urls.superuser ? ' 内置 embedded' : ' (DATABASE_URL)'}` };
  },
};

/** `opengoa doctor`: what an operator asks first, each with what to do when it is not fine. */
export const doctor: Command = {
  name: 'doctor',
  about: '体检:数据库、磁盘、角色、封存 · Check database, disk, roles, sealer',
  options: {
    quick: { type: 'boolean', about: 'leave out reading every page of every table' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  run: ({ values }) =>
    withHouse(async (house, settings) => {
      const checks: ({ what: string } & Found)[] = [];
      for (const [what, examine] of Object.entries(examinations)) {
        const found = { what, ...(await examine(house, settings, values['quick'] === true)) };
        checks.push(found);
        if (!values['json']) console.log(`${found.fine ? '✓' : '✗'} ${what.padEnd(12)} ${found.told}`);
      }
      const fine = checks.every((check) => check.fine);
      if (values['json']) console.log(JSON.stringify({ fine, checks }, null, 2));
      return fine ? 0 : 1;
    }),
};

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024).toLocaleString('en')} MB`;
