import { statfsSync } from 'node:fs';
import { durabilityFaults } from '../postgres/assert-durability.ts';
import { type Command, withHouse } from './command.ts';

interface Check {
  readonly what: string;
  readonly fine: boolean;
  readonly told: string;
}

/** `opengoa doctor`: what an operator asks first, each with what to do when it is not fine. */
export const doctor: Command = {
  name: 'doctor',
  about: '体检:数据库、磁盘、角色、封存 · Check database, disk, roles, sealer',
  options: { json: { type: 'boolean', about: 'print JSON' } },
  run: ({ values }) =>
    withHouse(async (house, settings) => {
      const checks: Check[] = [];
      const faults = await durabilityFaults(house.urls.owner);
      checks.push({
        what: 'durability',
        fine: faults.length === 0,
        told:
          faults.length === 0
            ? 'fsync, full_page_writes, synchronous_commit, checksums 均开启 on'
            : JSON.stringify(faults),
      });
      const disk = statfsSync(settings.data);
      const freeShare = disk.bavail / disk.blocks;
      checks.push({ what: 'disk', fine: freeShare > 0.05, told: `${(freeShare * 100).toFixed(1)} % 可用 free` });
      const { rows } = await house.pool.query(
        'select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = r.oid)::int as owns from pg_roles r where rolname = current_user',
      );
      const role = rows[0] as { rolsuper: boolean; rolbypassrls: boolean; owns: number };
      checks.push({
        what: 'role',
        fine: !role.rolsuper && !role.rolbypassrls && role.owns === 0,
        told: '应用角色不是超级用户、不能绕过行级安全、不拥有任何表 the app role owns and bypasses nothing',
      });
      const client = await house.pool.connect();
      try {
        const lag = await client.query(
          `begin read only; set local role opengoa_sealer; select set_config('opengoa.node', '${house.kernel.node}', true);
           select (select count(*) from kernel.fact)::int as facts, (select count(*) from kernel.seal)::int as sealed; rollback`,
        );
        const { facts, sealed } = (lag as unknown as { rows: { facts: number; sealed: number }[] }[])[3]!.rows[0]!;
        checks.push({
          what: 'sealer',
          fine: facts - sealed < 10_000,
          told: `事实 facts ${facts}, 已封存 sealed ${sealed}`,
        });
      } finally {
        client.release();
      }
      const calendar = house.registers.calendar();
      const year = new Date().getFullYear();
      checks.push({
        what: 'calendar',
        fine: calendar.known(year),
        told: calendar.known(year)
          ? `${year} 年节假日已知 known`
          : `${year} 年节假日未知,请补充 unknown: add the notice`,
      });
      if (values['json']) console.log(JSON.stringify({ checks }, null, 2));
      else for (const check of checks) console.log(`${check.fine ? '✓' : '✗'} ${check.what.padEnd(12)} ${check.told}`);
      return checks.every((check) => check.fine) ? 0 : 1;
    }),
};
