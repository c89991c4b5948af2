import { type FactDraft, refuse, TaskEnded, verb } from '@opengoa/kernel';
import { AnswerCommand, CommandAnswered } from './contract.ts';
import type { EntryState } from './decide-point.ts';
import { lockEntry } from './entry-store.ts';
import { findPlan } from './plan-store.ts';
import { planOf } from './plan.ts';
import { findPoint } from './point-store.ts';
import { openTaskOf, taskAbout } from './unanswered.ts';

/** Answered for good: said again in other words it stays as it was. */
const final: ReadonlySet<EntryState> = new Set(['returned', 'declined']);
const alike = 0.05;

/** 设备应答: what became of a command, by the very device it was meant for. */
export const answerCommand = verb('energy.answer-command', {
  title: { zh: '设备应答', en: 'Answer a command' },
  input: AnswerCommand,
  who: ['energy-clerk'],
  internal: true,
  facts: [CommandAnswered],
  refusals: ['not-this-device'],
  async load(tx, { command }) {
    const entry = await lockEntry(tx, command);
    const plan = await findPlan(tx, entry.plan);
    return { entry, plan, point: await findPoint(tx, entry.point), task: await openTaskOf(tx, plan.id) };
  },
  at: ({ entry }) => ({ unit: entry.unit }),
  decide({ entry, plan, point, task }, { device, outcome: said, value }, context) {
    const { name, account } = context.actor;
    // A device is known by its account's name and by its id.
    const names = device === name || device === account ? [name, account] : [device];
    if (!names.includes(point.device) || entry.state === 'noted') return refuse('not-this-device', {}, { status: 403 });
    // A return that was applied is a return; another value than the one that was asked for is none that was applied.
    const differs = said === 'applied' && value !== null && Math.abs(value - (entry.value ?? value)) > alike;
    const outcome = differs ? 'declined' : said === 'applied' && entry.kind === 'return' ? 'returned' : said;
    if (final.has(entry.state) || entry.state === outcome) return [];
    const facts: FactDraft[] = [
      CommandAnswered.of({
        object: planOf(plan),
        unit: plan.unit,
        body: { command: entry.id, point: point.id, outcome, value },
      }),
    ];
    if (outcome === 'declined')
      facts.push(
        ...taskAbout(
          plan,
          differs ? `${point.name}应为 ${entry.value}，设备应答 ${value}` : `${point.name}的设备未执行指令`,
          task,
          context,
        ),
      );
    else if (task)
      facts.push(
        TaskEnded.of({
          object: planOf(plan),
          unit: plan.unit,
          body: { id: task.id, state: 'withdrawn', by: null, answer: null },
        }),
      );
    return facts;
  },
});
