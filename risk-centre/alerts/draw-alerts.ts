import { newId, verb, type Context, type Id } from '@opengoa/kernel';
import type { RiskKit } from '@opengoa/kernel/risk-kit';
import { alertColours, type AlertCandidate, type AlertColour } from '../methods/alerts/alert-budget.ts';
import { shareWeek } from '../methods/alerts/share-week.ts';
import { correctStated } from '../methods/evidence/correct-stated.ts';
import { fewestOfEach } from '../methods/evidence/calibrate.ts';
import { logit } from '../methods/evidence-to-probability.ts';
import { levelLimits, whyLevel } from '../register/judge-level.ts';
import { alertBudget, floorFen } from './budget.ts';
import {
  findCases,
  findHeld,
  findSent,
  findToVerify,
  heldKey,
  lockWeek,
  type AlertRow,
  type SentBefore,
  type ToVerify,
} from './alert-store.ts';
import { AlertsDrawn, DrawAlerts } from './contract.ts';
import { deskOf, officeOf } from './week.ts';

/** So many held ones are kept with their reason; those beyond are a number. */
const mostHeld = 300;

/**
 * 发出本周提示: of what is to be verified at one desk, what the officers are to look at this week. Each office in each colour under its share of false ones,
 * all together within the hours of those who look; what was sent stays sent, what is held back says why. Nothing new is no fact.
 */
export const drawAlerts = verb('risk-centre.draw-alerts', {
  title: { zh: '发出本周提示', en: 'Draw up the alerts of the week' },
  input: DrawAlerts,
  who: ['job'],
  internal: true,
  facts: [AlertsDrawn],
  refusals: [],
  async load(tx, { desk, week }) {
    const row = await lockWeek(tx, desk, week);
    return {
      row,
      held: row ? await findHeld(tx, row.id) : new Map<Id, string>(),
      open: await findToVerify(tx),
      sent: await findSent(tx, desk, week),
      cases: await findCases(tx),
    };
  },
  at: (_known, { desk }) => ({ unit: desk }),
  decide({ row, held, open, sent, cases }, { desk, week }, context) {
    const { organisation } = context;
    const persons = organisation.holdersOfRole('risk-officer', desk).length;
    const mine = open.filter(({ unit }) => deskOf(organisation, unit) === desk);
    const carried = sent.filter(
      (each) => each.week < week && each.open && !sent.some((now) => now.week === week && now.finding === each.finding),
    );
    const sentNow = sent.filter((each) => each.week === week);
    const correction = correctStated(cases);
    const limits = levelLimits(context);
    const floor = floorFen(context);
    const waiting = mine.filter((each) => !sentAlready(each, sent, week));
    const candidates = waiting.flatMap((finding): (AlertCandidate & Told)[] => {
      if (finding.level === 'blue') return [];
      const spoke = finding.spoke.map(({ kit, evidenceClass }) => ({
        evidenceClass,
        impact: kitOf(context, kit)?.impact ?? ('none' as const),
      }));
      const floored = (finding.lossFen ?? 0) < floor && spoke.some(({ impact }) => impact !== 'none');
      return [
        {
          id: finding.id,
          unit: finding.unit,
          office: officeOf(finding.kit),
          colour: finding.level,
          stated: finding.probability,
          // What cases of its own kit have corrected is corrected already.
          probability: finding.corrected
            ? finding.probability
            : correction.probability(logit(Math.min(1 - 1e-9, Math.max(1e-9, finding.probability)))),
          lossFen: floored ? floor : (finding.lossFen ?? 0),
          floored,
          hours: kitOf(context, finding.kit)?.checkHours ?? 2,
          reason: whyLevel({ ...finding, lossFen: finding.lossFen ?? 0, shadow: false }, spoke, limits),
        },
      ];
    });
    const budget = alertBudget(context, persons);
    const carriedHours = carried.reduce((sum, { hours }) => sum + hours, 0);
    const offices = [...new Set([...candidates, ...sentNow].map(({ office }) => office))].toSorted();
    const shared = shareWeek(
      offices.map((office) => ({
        office,
        candidates: candidates.filter((each) => each.office === office),
        sent: sentNow.filter((each) => each.office === office).map(asCandidate),
      })),
      { ...budget, alerts: budget.alerts - carried.length, hours: budget.hours - carriedHours },
    );
    const toldOf = new Map(candidates.map((each) => [each.id, each]));
    const out = shared.flatMap(({ alerts }) =>
      alerts.map(({ id, colour, asked }) => alertOf(toldOf.get(id)!, 'sent', colour, asked)),
    );
    const back = shared
      .flatMap((of) => of.held.map(({ id, why }) => ({ told: toldOf.get(id)!, why })))
      .map(({ told, why }) => alertOf(told, why, told.colour, told.colour))
      .toSorted(graver);
    const kept = back.slice(0, mostHeld);
    const faint = mine.filter(({ level }) => level === 'blue').length;
    const same = kept.length === held.size && kept.every((each) => held.get(each.finding) === heldKey(each));
    if (
      row &&
      out.length === 0 &&
      same &&
      row.faint === faint &&
      row.carried === carried.length &&
      row.persons === persons
    )
      return [];
    const came = cases.reduce((sum, each) => sum + each.came, 0);
    return [
      AlertsDrawn.of({
        object: { kind: 'risk-centre.alert-week', id: row?.id ?? newId() },
        unit: desk,
        body: {
          week,
          persons,
          budget,
          carried: { alerts: carried.length, hours: carriedHours },
          faint,
          correction: {
            way: correction.way,
            cases: cases.length,
            rarer: Math.min(came, cases.length - came),
            needed: fewestOfEach,
          },
          sent: out,
          held: kept,
          heldBeyond: back.length - kept.length,
        },
      }),
    ];
  },
});

interface Told {
  readonly unit: Id;
  readonly office: string;
  readonly stated: number;
  readonly floored: boolean;
  readonly reason: AlertRow['reason'];
}

const kitOf = ({ kits }: Pick<Context, 'kits'>, kit: string): RiskKit | undefined => kits.get(kit)?.kit;

/** Once is enough, in this week for good; one of an earlier week is sent again when something new was seen of it. */
const sentAlready = ({ id, seen }: ToVerify, sent: readonly SentBefore[], week: string): boolean =>
  sent.some((each) => each.finding === id && (each.week === week || each.at >= seen));

const asCandidate = ({ finding, colour, probability, lossFen, hours }: SentBefore): AlertCandidate => ({
  id: finding,
  colour,
  probability,
  lossFen,
  hours,
});

const alertOf = (
  { id, unit, office, reason, stated, probability, lossFen, floored, hours }: AlertCandidate & Told,
  standing: AlertRow['standing'],
  colour: AlertColour,
  asked: AlertColour,
): AlertRow => ({
  finding: id,
  unit,
  office,
  standing,
  colour,
  asked,
  reason,
  stated,
  probability,
  lossFen,
  floored,
  hours,
});

/** Gravest colour first, then by expected loss for each hour of checking. */
const graver = (a: AlertRow, b: AlertRow): number =>
  alertColours.indexOf(a.colour) - alertColours.indexOf(b.colour) ||
  (b.probability * b.lossFen) / b.hours - (a.probability * a.lossFen) / a.hours ||
  (a.finding < b.finding ? -1 : 1);
