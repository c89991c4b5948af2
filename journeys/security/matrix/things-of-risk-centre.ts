import { isRefusal, jobActor, newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { rulesOf } from './rules-of-risk-centre.ts';
import { atEach, type Each, idsOf, local, type Things } from './things.ts';

const states = ['raised', 'explained', 'confirmed', 'assigned', 'rectified'] as const;
type State = (typeof states)[number];
const kit = 'vehicles/fuel-over-standard';
const period = ['2026-02-01', '2026-03-01'];

/** Findings at every step of their life, at every place. */
export async function thingsOfRiskCentre(town: Town, places: Places): Promise<Things> {
  await town.at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  // A move that may be taken back.
  await town.at.as('冯局长').does('risk-centre.tune-kit', { kit, settings: { llr: 3 }, reason: '误报较多' });
  const findings = await atEach(places, (place) => findingsOf(town, place));
  for (const [relation, { raised }] of Object.entries(findings))
    await sentAlert(town, places[relation as keyof Places], raised);
  const trials = await atEach(places, (place) => trialOf(town, place));
  const rules = await atEach(places, (place) =>
    rulesOf(town, place, { kit, finding: findings[place.relation].assigned }),
  );
  const needs = await atEach(places, (place) => needOf(town, place));
  const analyses = await atEach(places, (place) => analysesOf(town, place));
  const entered = await atEach(places, (place) => riskAt(town, place, findings[place.relation].assigned));
  const at =
    (state: State, more: (place: Place) => object = () => ({})) =>
    (place: Place) => ({ finding: findings[place.relation][state], ...more(place) });
  // The post that answers for a risk is the place's own, and known to many.
  const risks = Object.fromEntries(Object.entries(entered).map(([relation, { risk }]) => [relation, risk]));
  return {
    ids: idsOf(findings, trials, rules, analyses, risks as Each<string>, needs),
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
      'risk-centre.enter-risk': ({ unit, word, relation }) => ({
        ...riskWords,
        unit,
        name: `${word}钥匙`,
        post: entered[relation].post,
      }),
      'risk-centre.assess-risk': ({ relation }) => ({ ...ratings, risk: entered[relation].risk, reason: '季度评估' }),
      'risk-centre.accept-risk': ({ relation }) => ({
        risk: entered[relation].risk,
        reason: '暂按现有措施控制',
        until: '2026-03-20',
      }),
      'risk-centre.tie-finding': ({ relation }) => ({
        risk: entered[relation].risk,
        finding: findings[relation].assigned,
      }),
      'risk-centre.close-risk': ({ relation }) => ({ risk: entered[relation].risk, conclusion: '不再可能发生' }),
      'risk-centre.risk': ({ relation }) => ({ id: entered[relation].risk }),
      'risk-centre.risk-matrix': () => ({}),
      'risk-centre.quality': () => ({}),
      'risk-centre.kits': () => ({}),
      'risk-centre.alerts': () => ({}),
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
      'risk-centre.take-proposal': () => ({ kit, to: 1, reason: '按建议调整' }),
      'risk-centre.undo-tuning': () => ({ kit, reason: '误报未减少' }),
      'risk-centre.threshold-proposal': () => ({ kit }),
      'risk-centre.learning': () => ({}),
      'risk-centre.kit-learning': () => ({ kit }),
      'risk-centre.next-months': () => ({}),
      'risk-centre.next-month': () => ({ outcome: 'breakdown' }),
      'risk-centre.subject-months': () => ({ outcome: 'breakdown', subject: newId() }),
      'risk-centre.ask-next-month': () => ({}),
      'risk-centre.depending': () => ({}),
      'risk-centre.part-choices': () => ({}),
      'risk-centre.add-dependency': (place) => needInput(place, '门户网站'),
      'risk-centre.end-dependency': (place) => ({ need: needs[place.relation].need }),
      'risk-centre.try-kit': () => ({ kit, period }),
      'risk-centre.mine-rules': () => ({}),
      'risk-centre.sign-rule': (place) => ({ rule: rules[place.relation].tried, reason: '试运行多数属实' }),
      'risk-centre.refuse-rule': (place) => ({ rule: rules[place.relation].drafted, reason: '条件过宽' }),
      'risk-centre.withdraw-rule': (place) => ({ rule: rules[place.relation].signed, reason: '情况已变' }),
      'risk-centre.mined-rule': (place) => ({ id: rules[place.relation].drafted }),
      'risk-centre.cancel-trial': (place) => ({ trial: trials[place.relation].trial }),
      'risk-centre.trial': (place) => ({ id: trials[place.relation].trial }),
      // Nothing was brought to be analysed: the door is open, and says so.
      'risk-centre.open-analysis': () => ({ method: 'bid-collusion', files: [{ file: newId(), role: 'labelled' }] }),
      'risk-centre.run-analysis': (place) => ({ analysis: analyses[place.relation].looked }),
      'risk-centre.cancel-analysis': (place) => ({ analysis: analyses[place.relation].looked }),
      'risk-centre.keep-analysis': (place) => ({ analysis: analyses[place.relation].done, name: '一季度投标' }),
      'risk-centre.drop-analysis': (place) => ({ analysis: analyses[place.relation].kept }),
      'risk-centre.analysis-methods': () => ({}),
      ...Object.fromEntries(
        ['analysis', 'analysis-answers', 'analysis-answers.csv', 'analysis-bad-rows', 'analysis-bad-rows.csv'].map(
          (read) => [`risk-centre.${read}`, (place: Place) => ({ id: analyses[place.relation].kept })],
        ),
      ),
    },
  };
}

const ratings = {
  controls: '两人保管。',
  inherent: { likelihood: 3, consequence: 3 },
  residual: { likelihood: 2, consequence: 2 },
};
const riskWords = { ...ratings, office: 'other' };

/** An entry of the risk register that a finding belongs to, and a post of the place that answers for it. */
async function riskAt(town: Town, { unit, word }: Place, finding: string): Promise<{ risk: string; post: string }> {
  const officer = town.at.with([{ role: 'risk-officer', unit, below: false }], { unit, name: '风控' });
  const post = town.at.kernel.registers.organisation('').posts.find((each) => each.unit === unit)!.id;
  const entry = { ...riskWords, unit, name: `${word}钥匙由一人保管`, post };
  const { risk } = (await officer.does('risk-centre.enter-risk', entry)).result as { risk: string };
  await officer.does('risk-centre.tie-finding', { risk, finding });
  return { risk, post };
}

/** A week whose one alert went out for the finding of the place. */
const sentAlert = (town: Town, { unit }: Place, finding: string): Promise<unknown> =>
  behindTheWalls(town, async (client) => {
    const week = newId();
    await client.query(
      `insert into risk_centre.alert_week (id, unit_id, week, persons, budget, carried, carried_hours, faint, correction, drawn_at)
       values ($1, $2, '2026-03-02', 1, $3, 0, 0, 0, $4, '2026-03-02T05:10:00Z')`,
      [
        week,
        unit,
        { falseShare: { red: 0.1, orange: 0.15, yellow: 0.2 }, officeAlerts: 10, alerts: 10, hours: 24 },
        { way: 'as-stated', cases: 0, rarer: 0, needed: 10 },
      ],
    );
    await client.query(
      `insert into risk_centre.alert (id, unit_id, finding_id, week_id, week, office, standing, colour, asked, reason, stated, probability, loss_fen, floored, hours, at)
       values ($1, $2, $3, $4, '2026-03-02', 'vehicles', 'sent', 'orange', 'orange', 'expected-loss', 0.9, 0.9, 5000, false, 2, '2026-03-02T05:10:00Z')`,
      [newId(), unit, finding, week],
    );
  });

const needInput = ({ unit, word }: Place, part: string) => ({
  unit,
  part: `${word}${part}`,
  kind: 'system',
  needs: '机房空调',
  since: '2026-01-01',
});

/** A dependency that stands. */
async function needOf(town: Town, place: Place): Promise<Record<'need', string>> {
  const officer = local(town, place, 'risk-officer', place.locals.asker, '申请人');
  const { facts } = await officer.does('risk-centre.add-dependency', needInput(place, '服务器'));
  return { need: facts[0]!.object.id };
}

/** Analyses of files: one whose columns are being checked, one that is done, one that is kept. */
async function analysesOf(town: Town, place: Place): Promise<Record<'looked' | 'done' | 'kept', string>> {
  const { unit, word, locals } = place;
  const officer = local(town, place, 'risk-officer', locals.asker, '申请人');
  const job = town.at.with([], jobActor('run-analyses', [{ role: 'job', unit, below: true }], unit));
  const open = async (): Promise<string> => {
    const file = newId();
    await officer.does('kernel.store-file', {
      id: file,
      unit,
      point: 'risk-centre.analysis-file',
      name: `${word}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: 10,
      sha256: 'a'.repeat(64),
      scan: 'clean',
      personBytes: 10_000_000,
      unitBytes: 10_000_000,
    });
    const asked = { method: 'bid-collusion', files: [{ file, role: 'input' }] };
    const { analysis } = (await officer.does('risk-centre.open-analysis', asked)).result as { analysis: string };
    const headers = ['tender', 'bidder', 'amount', 'winner'];
    const taken = Object.fromEntries(headers.map((header) => [header, header]));
    await job.does('risk-centre.note-looked', { analysis, heads: [{ file, headers, taken, rows: [], rowsOf: 1 }] });
    return analysis;
  };
  const done = async (): Promise<string> => {
    const analysis = await open();
    await officer.does('risk-centre.run-analysis', { analysis });
    const attempt = newId();
    const reason = { zh: `待核实异常 ${word}`, en: 'To be verified' };
    await job.does('risk-centre.keep-analysis-part', {
      analysis,
      attempt,
      begins: true,
      read: 2,
      answers: [{ cells: [word, '', 'close-prices'], score: 0.9, flag: true, reason }],
      bad: [{ file: `${word}.csv`, line: 3, why: reason }],
    });
    await job.does('risk-centre.end-analysis', { analysis, attempt, why: null });
    return analysis;
  };
  const [looked, over, kept] = [await open(), await done(), await done()];
  await officer.does('risk-centre.keep-analysis', { analysis: kept, name: `${word}投标` });
  return { looked, done: over, kept };
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
        testedOn: '2026-02-28',
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
