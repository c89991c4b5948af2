import { isRefusal, type Job, type JobRun } from '@opengoa/kernel';
import { askGateway } from './ask-gateway.ts';
import { gatewaysWhere } from './gateway-store.ts';
import { type Gateway, isDue } from './gateway.ts';
import { sql } from '@opengoa/kernel';

const atOnce = 8;
/** The next round begins after a minute. */
const longestMs = 50_000;

/** 轮询采集: every gateway whose time has come is asked for its registers, and what it says goes in as any other batch. */
export const pollGateways: Job = {
  name: 'poll-gateways',
  title: { zh: '轮询采集', en: 'Ask the gateways' },
  everyMinutes: 1,
  async run(run) {
    const { context, reading, progress, signal } = run;
    const running = await reading((tx) => gatewaysWhere(tx, sql`running`));
    const due = running.filter((each) => isDue(each, context.now));
    const ending = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
    let done = 0;
    const lane = async () => {
      for (let gateway = due.shift(); gateway && !ending.aborted; gateway = due.shift()) {
        await pollOne(gateway, run, ending);
        progress((done += 1), done + due.length);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  },
};

async function pollOne(gateway: Gateway, { connect, verb }: JobRun, signal: AbortSignal): Promise<void> {
  const at = new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString();
  const { readings, faults } = await askGateway(gateway, connect, signal);
  const said = [...faults];
  let kept = 0;
  if (readings.length > 0) {
    const meters = readings.map(({ meter, value }) => ({ meter, readings: [{ at, value }] }));
    const answer = await verb('energy.receive-readings', { meters });
    if (isRefusal(answer)) said.push(answer.code);
    else kept = readings.length;
  }
  const fault = said.length === 0 ? null : said.join('; ').slice(0, 500);
  const noted = await verb('energy.note-poll', { gateway: gateway.id, read: kept, fault });
  if (isRefusal(noted)) throw new Error(`energy.note-poll: ${noted.code}`);
}
