import { isRefusal, jobActor } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import type { Place, Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const states = ['raised', 'explained', 'confirmed', 'assigned', 'rectified'] as const;
type State = (typeof states)[number];
const kit = 'vehicles/fuel-over-standard';
const period = ['2026-02-01', '2026-03-01'];

/** Findings at every step of their life, at every place. */
export async function thingsOfRiskCentre(town: Town, places: Places): Promise<Things> {
  await town.at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  const findings = await atEach(places, (place) => findingsOf(town, place));
  const trials = await atEach(places, (place) => trialOf(town, place));
  const at =
    (state: State, more: (place: Place) => object = () => ({})) =>
    (place: Place) => ({ finding: findings[place.relation][state], ...more(place) });
  return {
    ids: idsOf(findings, trials),
    inputs: {
      'risk-centre.explain-finding': at('raised', () => ({ answer: '备用油桶经批准。' })),
      'risk-centre.confirm-finding': at('explained', () => ({ outcome: 'confirmed', reason: '单据与日期不符' })),
      'risk-centre.dismiss-finding': at('explained', () => ({ outcome: 'explained', reason: '单据齐全' })),
      'risk-centre.assign-finding': at('confirmed', ({ locals }) => ({ to: locals.asker, request: '补齐单据' })),
      'risk-centre.rectify-finding': at('assigned', () => ({ done: '已补齐。' })),
      'risk-centre.verify-finding': at('rectified', () => ({ accepted: true, opinion: '单据齐全,销号。' })),
      'risk-centre.close-finding': at('confirmed', () => ({ conclusion: '已追回' })),
      'risk-centre.adopt-kit': () => ({ kit: 'vehicles/used-outside-approval', state: 'live', reason: '试点启用' }),
      'risk-centre.finding': (place) => ({ id: findings[place.relation].assigned }),
      'risk-centre.kits': () => ({}),
      'risk-centre.chain': () => ({}),
      'risk-centre.pulse': () => ({}),
      'risk-centre.collect': () => ({}),
      'risk-centre.share': () => ({}),
      'risk-centre.mine': () => ({}),
      'risk-centre.evaluate': () => ({}),
      'risk-centre.predict': () => ({}),
      'risk-centre.feedback': () => ({}),
      'risk-centre.kit-paper': () => ({ kit }),
      'risk-centre.tune-kit': () => ({ kit, settings: { llr: 2 }, reason: '误报较多' }),
      'risk-centre.try-kit': () => ({ kit, period }),
      'risk-centre.cancel-trial': (place) => ({ trial: trials[place.relation].trial }),
      'risk-centre.trial': (place) => ({ id: trials[place.relation].trial }),
    },
  };
}

/** A trial that is under way, with one alarm of the place. */
async function trialOf(town: Town, { unit, word }: Place): Promise<{ trial: string }> {
  const officer = town.at.with([{ role: 'risk-officer', unit, below: false }], { unit, name: '风控' });
  const { trial } = (await officer.does('risk-centre.try-kit', { kit, period })).result as { trial: string };
  const job = town.at.with([], jobActor('try-on-history', [{ role: 'job', unit, below: true }], unit));
  await job.does('risk-centre.keep-trial-part', {
    trial,
    done: 1,
    of: 2,
    asked: { flag: 1, clear: 4 },
    present: { clear: 5 },
    alarms: [
      {
        unit,
        subject: { kind: 'vehicle', id: `trial-${trial}`, name: `${word}试算` },
        period,
        rule: 'over-tank',
        value: 58.6,
        threshold: 57.75,
        measure: 'L',
        explanation: { zh: `待核实异常 ${word}`, en: 'To be verified' },
        asked: true,
        present: false,
      },
    ],
  });
  return { trial };
}

async function findingsOf(town: Town, place: Place): Promise<Record<State, string>> {
  const { unit, word, locals } = place;
  const job = town.at.with([], jobActor('run-kits', [{ role: 'job', unit, below: true }], unit));
  await job.does('risk-centre.run-kit', {
    kit,
    unit,
    period,
    flagged: states.map((state) => ({
      unit,
      subject: { kind: 'vehicle', id: `${place.relation}-${state}`, name: `${word}${state}` },
      period,
      opens: '/vehicles/fleet/x',
      verdict: {
        kit,
        version: '1.0.0',
        rule: 'over-tank',
        evidenceClass: 'D',
        value: 58.6,
        threshold: 57.75,
        unit: 'L',
        explanation: { zh: `待核实异常 ${word}`, en: 'To be verified' },
        benign: [{ zh: '批准的备用油桶', en: 'An approved can' }],
        evidence: [],
        llr: 4,
        loss: { low: 1_000, mid: 5_000, high: 9_000, unit: 'fen' },
      },
    })),
    clear: 7,
    insufficient: 2,
    notApplicable: 1,
  });
  const officer = town.at.with([{ role: 'risk-officer', unit, below: false }], {
    unit: town.at.ids.finance,
    name: '风控',
  });
  const found = await officer.list('risk-centre.findings', { size: '200' });
  if (isRefusal(found)) throw new Error(found.code);
  const ids = Object.fromEntries(
    states.map((state) => [
      state,
      found.rows.find((row) => row['subject_name'] === `${word}${state}`)?.['id'] as string,
    ]),
  ) as Record<State, string>;
  for (const state of states.slice(1)) {
    const finding = ids[state];
    const at = states.indexOf(state);
    await local(town, place, 'head', locals.head, '负责人').does('risk-centre.explain-finding', {
      finding,
      answer: '已说明。',
    });
    if (at < 2) continue;
    await officer.does('risk-centre.confirm-finding', { finding, outcome: 'confirmed', reason: '单据与日期不符' });
    if (at < 3) continue;
    await officer.does('risk-centre.assign-finding', { finding, to: locals.asker, request: '补齐单据' });
    if (at < 4) continue;
    await local(town, place, 'staff', locals.asker, '申请人').does('risk-centre.rectify-finding', {
      finding,
      done: '已补齐。',
    });
  }
  return ids;
}
