import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { Job, JobRun } from '../room.ts';
import type { Words } from '../words.ts';
import { codePlace } from './address-code.ts';
import { receiverPlace, secretPlace } from './channel.ts';
import { openChannels, type Channel } from './channel-store.ts';
import type { NoticeKind } from './contract.ts';
import type { Said } from './adapters/compose.ts';
import { sendNotice, type Line, type Sending } from './adapters/send-notice.ts';
import { NotSent, type OutsideLimits } from './outside.ts';

/** Jobs come by the minute; a lane that has much to do goes on in the next one. */
const TURN_MS = 45_000;

const Secret = z.strictObject({ secret: z.string(), signingKey: z.string().optional() });

interface Row {
  readonly id: Id;
  readonly person: Id | null;
  readonly kind: NoticeKind;
  readonly title: Words;
  readonly summary: string;
  readonly opens: string | null;
  readonly object: Id | null;
  readonly unit: Id | null;
  readonly raisedAt: Date;
  /** The task is still open, the reminder not resolved. */
  readonly wanted: boolean;
  readonly receiver: string | null;
  /** Of a mail that brings a code: where it goes and which, both sealed. */
  readonly codeAddress: string | null;
  readonly code: string | null;
}

/**
 * 发送通知: each channel is a lane of its own, and they go side by side: one that is slow or down holds back nobody else (SEC-FE-08 in small). What was
 * sent and could not be noted is sent again under the same id.
 */
export function deliverNoticesIn(kernel: Kernel): Job {
  const tokens: Sending['tokens'] = new Map();
  return {
    ...deliverNoticesJob,
    async run({ verb, reading, context, signal }) {
      const limit = (item: string) => context.standards.numberOn('kernel.notices', context.today, [], { item });
      const limits: OutsideLimits = {
        timeoutMs: limit('timeout') * 1_000,
        bodyMost: limit('body'),
        answerMost: limit('answer'),
      };
      const sending: Sending = { outside: kernel.outside, limits, now: kernel.clock, tokens };
      const channels = await reading(openChannels);
      const until = Date.now() + TURN_MS;
      await Promise.all(
        channels.map(async (channel) => {
          while (!signal.aborted && Date.now() < until) {
            if (!(await deliverNext(kernel, channel, { verb, reading }, sending))) return;
          }
        }),
      );
    },
  };
}

/** Sends the next of a lane. @returns false when nothing is due there */
async function deliverNext(
  kernel: Kernel,
  channel: Channel,
  { verb, reading }: Pick<JobRun, 'verb' | 'reading'>,
  sending: Sending,
): Promise<boolean> {
  const taken = await verb('kernel.take-deliveries', { channel: channel.id });
  if ('refused' in taken) throw new Error(`take-deliveries: ${taken.code}`);
  const { deliveries } = taken.result as { deliveries: Id[] };
  if (deliveries.length === 0) return false;
  const end = async (of: readonly Id[], outcome: object) => {
    if (of.length > 0) await verb('kernel.end-deliveries', { channel: channel.id, deliveries: of, outcome });
  };
  const rows = await reading((tx) =>
    tx.rows<Row>(sql`
      select d.id, d.person_id as person, d.kind, d.title, d.summary, d.opens, d.object_id as object, d.of_unit_id as unit, d.raised_at as "raisedAt",
             r.address_sealed as receiver, k.address_sealed as "codeAddress", k.code_sealed as code,
             case when d.kind = 'task' then exists (select 1 from kernel.task t where t.id = d.source_id and t.state = 'open')
                  when d.kind = 'test' then true
                  when d.kind = 'code' then k.delivery_id is not null
                  else exists (select 1 from kernel.message m where m.id = d.source_id and m.resolved_at is null) end
             and (d.person_id is null or d.kind = 'test' or exists (
                   select 1 from kernel.account a where a.person_id = d.person_id and a.state = 'active')) as wanted
        from kernel.notice_delivery d
        left join kernel.notice_receiver r on (r.node_id, r.channel_id, r.person_id) = (d.node_id, d.channel_id, d.person_id)
        left join kernel.receiver_code k on (k.node_id, k.delivery_id) = (d.node_id, d.id) and d.kind = 'code' and k.expires_at > ${kernel.clock()}
       where d.id = any (${deliveries}::uuid[]) order by d.raised_at, d.id`),
  );
  await end(
    rows.filter(({ wanted }) => !wanted).map(({ id }) => id),
    { is: 'dropped', error: 'over' },
  );
  const wanted = rows.filter((row) => row.wanted);
  const [first] = wanted;
  if (!first) return true;
  const ids = wanted.map(({ id }) => id);
  try {
    const to = addressOf(kernel, channel.id, first);
    const said = wanted.map(({ id, kind, title, summary, opens, object, unit, raisedAt }): Said => ({
      id,
      kind,
      title,
      summary: kind === 'code' ? codeWords(kernel, channel.id, first) : summary,
      opens,
      object,
      unit,
      raisedAt,
    }));
    await sendNotice(lineOf(kernel, channel), said as [Said, ...Said[]], to, sending);
    await end(ids, { is: 'sent' });
  } catch (error) {
    // Only our own words: a fault of a library may hold the address, and the address a token.
    const told = error instanceof NotSent ? error : new NotSent('unreachable');
    await end(ids, { is: 'failed', error: told.message.slice(0, 300), forGood: told.forGood, chance: Math.random() });
  }
  return true;
}

/** Where a row goes: to the address that is kept, and a code to the one that is not kept yet. */
function addressOf(kernel: Kernel, channel: Id, { kind, person, receiver, codeAddress }: Row): string | null {
  if (person === null) return null;
  const sealed = kind === 'code' ? codeAddress : receiver;
  return sealed === null ? null : kernel.crypto.open(sealed, receiverPlace(person, channel));
}

function codeWords(kernel: Kernel, channel: Id, { person, code }: Row): string {
  if (person === null || code === null) throw new NotSent('receiver-unknown', { forGood: true });
  const digits = kernel.crypto.open(code, codePlace(person, channel));
  return `验证码 ${digits}，请在“通知”页面填写，填写后通知才会发到这个邮箱。不是您本人操作的，不必理会，也不要告诉他人。`;
}

function lineOf(kernel: Kernel, { id, kind, address, inside, settings, secretSealed }: Channel): Line {
  try {
    const opened = kernel.crypto.open(secretSealed ?? '', secretPlace(id));
    const { secret, signingKey } = Secret.parse(JSON.parse(opened));
    return { id, kind, address, inside, settings, secret, signingKey };
  } catch {
    throw new NotSent('secret-unreadable');
  }
}

/** As the room declares it; what it does needs the assembled house. */
export const deliverNoticesJob: Job = {
  name: 'deliver-notices',
  title: { zh: '发送通知', en: 'Deliver notices' },
  everyMinutes: 1,
  run: async () => undefined,
};

export const forgetDeliveriesJob: Job = {
  name: 'forget-deliveries',
  title: { zh: '清理送达台账', en: 'Forget old deliveries' },
  dailyAt: '03:20',
  async run({ verb: run }) {
    await run('kernel.forget-deliveries', {});
  },
};
