import { collect, sql, tell, type Told } from '@opengoa/kernel';
import { z } from 'zod';
import { Answered, Command } from './contract.ts';

const most = 200;

/** 调控指令: what devices are told, returns first. */
export const commandsToDevices = tell({
  name: 'energy.commands',
  title: { zh: '调控指令', en: 'Commands' },
  about: {
    zh: '设备须以 clean 会话订阅自己的主题。收到后先核对：过了 until 的指令丢弃；value 超出设备自身限值的不执行并应答 declined。执行后自行计时 ttlSeconds，到时未收到续期即回到 safe，并应答 returned。同一 id 重复到达，按已应答再答一次。kind 为 return 时立即回到 safe。',
    en: 'A device subscribes to its own topic in a clean session. It throws away what is read after `until`, declines what lies outside its own limits, counts `ttlSeconds` by itself, and goes back to `safe` when nothing has renewed the command by then, answering `returned`. The same id again is answered as before. `return` means: back to `safe` at once.',
  },
  topic: 'energy/commands/{device}',
  payload: Command,
  who: ['energy-clerk'],
  async due(tx, { now }): Promise<Told<Command>[]> {
    const rows = await tx.rows<Omit<Command, 'until'> & { device: string; unit: string; until: Date }>(sql`
      select e.id, e.unit_id as unit, p.device, p.address as point, p.sets, e.kind, e.value::float8 as value, p.safe::float8 as safe,
             p.ttl_minutes * 60 as "ttlSeconds", e.until
        from energy.regulation_entry e join energy.control_point p on (p.node_id, p.id) = (e.node_id, e.point_id)
       where e.state = 'to-send' and e.until > ${now} order by (e.kind = 'return') desc, e.decided_at, e.id limit ${most}`);
    return rows.map(({ device, unit, until, ...command }) => ({
      id: command.id,
      device,
      unit,
      until,
      payload: { ...command, until: until.toISOString() },
    }));
  },
  verb: 'energy.note-sent',
  example: {
    id: '01990000-0000-7000-8000-000000000001',
    point: 'AHU-1/cooling',
    sets: 'cooling',
    kind: 'set',
    value: 28,
    safe: 26,
    ttlSeconds: 900,
    until: '2026-07-01T10:15:00.000Z',
  },
});

/** 设备应答: what became of a command. */
export const answersByMessage = collect<z.infer<typeof Answered>>({
  name: 'energy.command-answers',
  title: { zh: '指令应答', en: 'Answers to commands' },
  about: {
    zh: '每条指令执行后应答：applied 已执行（value 为现值），declined 未执行，returned 已回到安全值。',
    en: 'An answer to each command: applied (with the value that stands), declined, or returned to the safe value.',
  },
  topic: 'energy/command-answers/{device}',
  payload: Answered,
  verb: 'energy.answer-command',
  input: ({ id, outcome, value }, { places }) => ({ command: id, device: places['device'], outcome, value }),
  example: { id: '01990000-0000-7000-8000-000000000001', outcome: 'applied', value: 28 },
});
