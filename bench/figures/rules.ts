import { seeded } from '@opengoa/kernel/seeded';
import { compileRules, type Judge } from '../../risk-centre/methods/rules/compile-rules.ts';
import { atLeast, type Figure, told, round } from '../figure.ts';
import { median } from '../median.ts';
import { type MadeEvent, madeEvents, madeRules } from '../rules/made-rules.ts';
import { type Asked, jsonRulesEngine, nodeRules } from '../rules/rule-engines.ts';
import { writtenOut } from '../rules/written-out.ts';

/**
 * Fifty rules of three conditions over ten kinds of event, as data, with hits explained; beside the same rules written out as one function, and two engines
 * that take rules as data or as functions. All find the same hits, or there is no figure.
 */
export const rules: Figure = {
  name: 'rules',
  title: 'Rules as data: 50 of three conditions over ten kinds of event, hits explained',
  async measure({ short, say }) {
    const made = madeRules(seeded(5));
    const events = madeEvents(20_000, seeded(6));
    const ours = compileRules(made);
    const { bare, explained } = await writtenOut(made);
    const kinds = Map.groupBy(made, ({ event }) => event);
    const engines = {
      nodeRules: nodeRules(made),
      jsonRules: jsonRulesEngine(made),
      nodeRulesByKind: byKind(kinds, nodeRules),
      jsonRulesByKind: byKind(kinds, jsonRulesEngine),
    };
    const asked = events.slice(0, 400);
    const hits = hitsOf(ours, asked);
    for (const judge of [bare, explained])
      if (hitsOf(judge, asked) !== hits) throw new Error('the function written out finds other hits');
    for (const [name, engine] of Object.entries(engines))
      if ((await hitsAsked(engine, asked)) !== hits) throw new Error(`${name} finds other hits`);

    const rates = {
      ours: [],
      bare: [],
      explained: [],
      nodeRules: [],
      jsonRules: [],
      nodeRulesByKind: [],
      jsonRulesByKind: [],
    } as Record<'ours' | 'bare' | 'explained' | keyof typeof engines, number[]>;
    const ms = short ? 150 : 500;
    // In turn, so that what else the machine does falls on all; the first round does not count.
    for (let turn = 0; turn <= (short ? 5 : 9); turn += 1) {
      const one = {
        ours: perSecond(ours, events, ms),
        bare: perSecond(bare, events, ms),
        explained: perSecond(explained, events, ms),
        nodeRules: await askedPerSecond(engines.nodeRules, asked, ms),
        jsonRules: await askedPerSecond(engines.jsonRules, asked, ms),
        nodeRulesByKind: await askedPerSecond(engines.nodeRulesByKind, asked, ms),
        jsonRulesByKind: await askedPerSecond(engines.jsonRulesByKind, asked, ms),
      };
      if (turn === 0) continue;
      say(
        `  round ${turn}: ${Object.entries(one)
          .map(([name, rate]) => `${name} ${round(rate)}/s`)
          .join(', ')}`,
      );
      for (const [name, rate] of Object.entries(one)) rates[name as keyof typeof rates].push(rate);
    }
    const rate = (name: keyof typeof rates) => median(rates[name]);
    const mine = rate('ours');
    return [
      atLeast('one function written out, hits without reasons', mine, rate('bare'), 0.1, '/s'),
      told('  the same with reasons', `${(mine / rate('explained')).toFixed(2)}x`, `${round(rate('explained'))} /s`),
      atLeast('node-rules', mine, rate('nodeRules'), 30, '/s'),
      told(
        '  an engine for each kind',
        `${round(mine / rate('nodeRulesByKind'))}x`,
        `${round(rate('nodeRulesByKind'))} /s`,
      ),
      atLeast('json-rules-engine', mine, rate('jsonRules'), 1_000, '/s'),
      told(
        '  an engine for each kind',
        `${round(mine / rate('jsonRulesByKind'))}x`,
        `${round(rate('jsonRulesByKind'))} /s`,
      ),
      told('hits', `${round(hitsOf(ours, events))} of ${round(events.length)} events`),
    ];
  },
};

const hitsOf = (judge: Judge, events: readonly MadeEvent[]): number =>
  events.reduce((sum, { kind, fields }) => sum + judge(kind, fields).length, 0);

async function hitsAsked(engine: Asked, events: readonly MadeEvent[]): Promise<number> {
  let hits = 0;
  for (const event of events) hits += await engine(event);
  return hits;
}

function perSecond(judge: Judge, events: readonly MadeEvent[], ms: number): number {
  let done = 0;
  const begin = performance.now();
  while (performance.now() - begin < ms) {
    hitsOf(judge, events);
    done += events.length;
  }
  return (1000 * done) / (performance.now() - begin);
}

async function askedPerSecond(engine: Asked, events: readonly MadeEvent[], ms: number): Promise<number> {
  let done = 0;
  const begin = performance.now();
  while (performance.now() - begin < ms) {
    await engine(events[done % events.length]!);
    done += 1;
  }
  return (1000 * done) / (performance.now() - begin);
}

function byKind<Some>(kinds: ReadonlyMap<string, Some>, engine: (rules: Some) => Asked): Asked {
  const engines = new Map([...kinds].map(([kind, own]) => [kind, engine(own)]));
  return (event) => engines.get(event.kind)!(event);
}
