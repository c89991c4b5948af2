import { inScope, list, read, sql, type Context, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { findingStates, outcomes } from '../contract.ts';
import { outcomeWords, stateWords } from '../words.ts';
import { alertColours } from '../methods/alerts/alert-budget.ts';
import { fewestVerdicts } from '../register/measured-kits.ts';
import { levelReasons } from '../register/contract.ts';
import { levelLimits } from '../register/judge-level.ts';
import { Budget, Corrected, standings } from './contract.ts';
import { mondayOf } from './week.ts';
import { levelReasonWords, standingOfAlertWords } from './words.ts';

/** Who verifies and who supervises; a unit reads its own findings, and its leaders what is theirs. */
export const alertReaders = ['risk-officer', 'superior', 'leader'] as const;

const words = z.strictObject({ zh: z.string(), en: z.string() });
const colour = z.enum(alertColours);

const row = z.strictObject({
  finding: z.uuid(),
  number: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
  subject: z.string(),
  kit: z.string(),
  kitTitle: words,
  office: z.string(),
  standing: z.enum(standings),
  colour,
  asked: colour,
  reason: z.enum(levelReasons),
  stated: z.number(),
  probability: z.number(),
  lossFen: z.number(),
  floored: z.boolean(),
  hours: z.number(),
  state: z.enum(findingStates),
  outcome: z.enum(outcomes).nullable(),
});

const colours = z.strictObject({
  /** Sent in the week, and the expected share of false ones among them; null where there is none. */
  sent: z.number(),
  expectedFalse: z.number().nullable(),
});

const answer = z.strictObject({
  week: z.iso.date(),
  thisWeek: z.iso.date(),
  /** The fewest verdicts before a share found false is told. */
  fewest: z.number(),
  limits: z.strictObject({
    lossFen: z.strictObject({ red: z.number(), orange: z.number(), yellow: z.number() }),
    probability: z.strictObject({ orange: z.number(), yellow: z.number() }),
  }),
  desks: z.array(
    z.strictObject({
      unit: z.uuid(),
      persons: z.number(),
      budget: Budget,
      used: z.strictObject({ alerts: z.number(), hours: z.number() }),
      carried: z.strictObject({ alerts: z.number(), hours: z.number() }),
      faint: z.number(),
      correction: Corrected,
      drawnAt: z.iso.datetime(),
      offices: z.array(
        z.strictObject({
          office: z.string(),
          sent: z.number(),
          hours: z.number(),
          red: colours,
          orange: colours,
          yellow: colours,
          uncertain: z.number(),
          capacity: z.number(),
        }),
      ),
    }),
  ),
  sent: z.array(row),
  /** The worthiest of those held back; the ledger holds all. */
  held: z.array(row),
  heldInAll: z.number(),
  /** What became of earlier weeks, as far as it is known. */
  weeks: z.array(
    z.strictObject({
      week: z.iso.date(),
      sent: z.number(),
      open: z.number(),
      true: z.number(),
      partly: z.number(),
      notTrue: z.number(),
      unverifiable: z.number(),
      expectedFalse: z.number().nullable(),
      /** Found not true, of those verified; null below the fewest. */
      foundFalse: z.number().nullable(),
    }),
  ),
});
type Row = z.infer<typeof row>;
type Desk = z.infer<typeof answer>['desks'][number];

const heldShown = 40;
const weeksShown = 12;

/** 本周提示: what the officers are to look at, in which colour and why, how much of the budget is used, and what was held back. */
export const alerts = read('risk-centre.alerts', {
  title: { zh: '本周提示', en: 'Alerts of the week' },
  query: z.strictObject({ week: z.iso.date().optional() }),
  answer,
  who: alertReaders,
  async fetch(tx, asked, context) {
    const thisWeek = mondayOf(context.today);
    const week = mondayOf(asked.week ?? thisWeek);
    const mine = sql`${inScope(context, alertReaders)} and not shadow`;
    const rows = await rowsOf(tx, sql`week = ${week} and ${mine}`);
    const held = rows.filter(({ standing }) => standing !== 'sent');
    const { lossFen, probability } = levelLimits(context);
    return {
      week,
      thisWeek,
      fewest: fewestVerdicts(context),
      limits: { lossFen, probability },
      desks: await desksOf(tx, week, context),
      sent: rows.filter(({ standing }) => standing === 'sent').map(shown),
      held: held.slice(0, heldShown).map(shown),
      heldInAll: held.length,
      weeks: await weeksOf(tx, mine, fewestVerdicts(context)),
    };
  },
});

type Read = Omit<Row, 'kitTitle'> & { readonly kitZh: string; readonly kitEn: string };

const rowsOf = (tx: Tx, where: Sql): Promise<Read[]> =>
  tx.rows<Read>(sql`
    select finding_id as finding, number, unit_id as unit, unit_name as "unitName", subject_name as subject, kit, kit_title as "kitZh", kit_title_en as "kitEn", office, standing,
           colour, asked, reason, stated, probability, loss_fen as "lossFen", floored, hours, state, outcome
      from risk_centre_read.alert_v1 where ${where}
     order by array_position(array['red', 'orange', 'yellow'], colour), expected_loss_fen / hours desc, id limit 1000`);

const shown = ({ kitZh, kitEn, ...each }: Read): Row => ({ ...each, kitTitle: { zh: kitZh, en: kitEn } });

async function desksOf(tx: Tx, week: string, context: Context): Promise<Desk[]> {
  const weeks = await tx.rows<
    Omit<Desk, 'used' | 'offices' | 'drawnAt' | 'carried'> & {
      id: string;
      carriedAlerts: number;
      carriedHours: number;
      drawn: Date;
    }
  >(sql`
    select id, unit_id as unit, persons, budget, carried as "carriedAlerts", carried_hours as "carriedHours", faint, correction, drawn_at as drawn
      from risk_centre.alert_week where week = ${week} and ${inScope(context, alertReaders)} order by drawn_at, id`);
  const counted = await tx.rows<Counted>(sql`
    select week_id as id, office, standing, colour, count(*)::int as n, sum(hours) as hours, sum(1 - probability) as wrong
      from risk_centre.alert where week_id = any (${weeks.map(({ id }) => id)}::uuid[]) and ${inScope(context, alertReaders)} group by 1, 2, 3, 4`);
  return weeks.map(({ id, drawn, carriedAlerts, carriedHours, ...desk }) => {
    const of = counted.filter((each) => each.id === id);
    const sent = of.filter(({ standing }) => standing === 'sent');
    return {
      ...desk,
      carried: { alerts: carriedAlerts, hours: carriedHours },
      drawnAt: drawn.toISOString(),
      used: { alerts: total(sent, 'n'), hours: total(sent, 'hours') },
      offices: [...Map.groupBy(of, ({ office }) => office)]
        .map(([office, inOffice]) => officeLine(office, inOffice))
        .toSorted((a, b) => b.sent - a.sent || (a.office < b.office ? -1 : 1)),
    };
  });
}

/** How the week of the asker's desk stands, in one line; null where there is none. */
export async function weekOfDesk(tx: Tx, week: string, context: Context) {
  const desks = await desksOf(tx, week, context);
  if (desks.length === 0) return null;
  const sum = (of: (desk: Desk) => number) => desks.reduce((all, desk) => all + of(desk), 0);
  return {
    sent: sum(({ used }) => used.alerts),
    most: sum(({ budget }) => budget.alerts),
    held: sum(({ offices }) => offices.reduce((all, { uncertain, capacity }) => all + uncertain + capacity, 0)),
  };
}

interface Counted {
  readonly id: string;
  readonly office: string;
  readonly standing: (typeof standings)[number];
  readonly colour: (typeof alertColours)[number];
  readonly n: number;
  readonly hours: number;
  readonly wrong: number;
}

const total = (rows: readonly Counted[], of: 'n' | 'hours' | 'wrong'): number =>
  rows.reduce((sum, each) => sum + each[of], 0);

function officeLine(office: string, rows: readonly Counted[]): Desk['offices'][number] {
  const sent = rows.filter(({ standing }) => standing === 'sent');
  const inColour = (which: Counted['colour']) => {
    const of = sent.filter((each) => each.colour === which);
    const n = total(of, 'n');
    return { sent: n, expectedFalse: n === 0 ? null : total(of, 'wrong') / n };
  };
  const heldFor = (why: Counted['standing']) =>
    total(
      rows.filter(({ standing }) => standing === why),
      'n',
    );
  return {
    office,
    sent: total(sent, 'n'),
    hours: total(sent, 'hours'),
    red: inColour('red'),
    orange: inColour('orange'),
    yellow: inColour('yellow'),
    uncertain: heldFor('too-uncertain'),
    capacity: heldFor('no-capacity'),
  };
}

async function weeksOf(tx: Tx, mine: Sql, fewest: number) {
  const weeks = await tx.rows<{
    week: string;
    sent: number;
    open: number;
    true: number;
    partly: number;
    notTrue: number;
    unverifiable: number;
    wrong: number;
  }>(sql`
    select week, count(*)::int as sent, count(*) filter (where outcome is null)::int as open, count(*) filter (where outcome = 'confirmed')::int as true,
           count(*) filter (where outcome = 'partly-confirmed')::int as partly, count(*) filter (where outcome in ('explained', 'data-problem'))::int as "notTrue",
           count(*) filter (where outcome = 'not-verifiable')::int as unverifiable, sum(1 - probability) as wrong
      from risk_centre_read.alert_v1 where standing = 'sent' and ${mine} group by week order by week desc limit ${weeksShown}`);
  return weeks.map(({ wrong, ...each }) => {
    const verified = each.true + each.partly + each.notTrue;
    return {
      ...each,
      expectedFalse: each.sent === 0 ? null : wrong / each.sent,
      foundFalse: verified < fewest ? null : (each.notTrue + each.partly / 2) / verified,
    };
  });
}

const from = <Key extends string>(keys: readonly Key[], said: Readonly<Record<Key, { zh: string; en: string }>>) =>
  Object.fromEntries(keys.map((key) => [key, said[key]]));
const colourWords = {
  red: { zh: '红', en: 'Red' },
  orange: { zh: '橙', en: 'Orange' },
  yellow: { zh: '黄', en: 'Yellow' },
};

/** 提示台账: every alert of every week, sent or held back: what each number of the page opens to. */
export const alertRows = list('risk-centre.alert-rows', {
  title: { zh: '提示台账', en: 'Alerts' },
  view: 'risk_centre_read.alert_v1',
  who: alertReaders,
  order: '-week',
  only: () => sql`not shadow`,
  columns: {
    number: { title: { zh: '编号', en: 'Number' }, kind: 'text', filter: true, always: true },
    finding_id: { title: { zh: '异常', en: 'Finding' }, kind: 'id', hidden: true, always: true },
    week: { title: { zh: '周（周一）', en: 'Week of' }, kind: 'day', filter: true, sort: true },
    office: { title: { zh: '业务', en: 'Office' }, kind: 'text', filter: true },
    standing: {
      title: { zh: '去向', en: 'Standing' },
      kind: 'choice',
      filter: true,
      choices: from(standings, standingOfAlertWords),
    },
    colour: { title: { zh: '颜色', en: 'Colour' }, kind: 'choice', filter: true, choices: colourWords },
    reason: {
      title: { zh: '为什么是这个颜色', en: 'Why this colour' },
      kind: 'choice',
      choices: from(levelReasons, levelReasonWords),
    },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    subject_name: { title: { zh: '对象', en: 'Subject' }, kind: 'text', filter: true },
    kit_title: { title: { zh: '规则', en: 'Kit' }, kind: 'text' },
    probability: { title: { zh: '概率', en: 'Probability' }, kind: 'decimal', sort: true },
    expected_loss_fen: { title: { zh: '预计损失', en: 'Expected loss' }, kind: 'money-fen', sort: true },
    hours: { title: { zh: '核查工时', en: 'Hours of a check' }, kind: 'decimal', sum: true },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: from(findingStates, stateWords),
    },
    outcome: {
      title: { zh: '结论', en: 'Outcome' },
      kind: 'choice',
      filter: true,
      choices: from(outcomes, outcomeWords),
    },
  },
});
