import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import type { Valued } from '@opengoa/kernel/standards';
import type { Form, Paper, QuotaPost, Reckoning } from './contract.ts';
import { officeCaps } from './office-caps.ts';
import { quotaSide, type ServiceFormula } from './reckon-quota.ts';

/** What the posts and the standards of a day come to; the rows and papers it is made from go with it. */

export interface PostRow {
  readonly post: Id;
  readonly unit: Id;
  readonly title: string;
  readonly rank: string | null;
  readonly approved: number | null;
  readonly actual: number;
}

/** The institution with its divisions: what is counted for it. */
export const unitsOf = (organisation: Context['organisation'], institution: Id): Id[] =>
  organisation.unitsBelow(institution).filter((unit) => organisation.institutionOf(unit)?.id === institution);

/** Posts of an institution and its divisions on a day. Who is seconded or holds a second post is counted where the main post is. */
export const postsOn = (tx: Tx, units: readonly Id[], day: string) =>
  tx.rows<PostRow>(sql`
    select p.id as post, p.unit_id as unit, p.title, p.rank, p.establishment as approved,
           (select count(*)::int from kernel.holding h
             where (h.node_id, h.post_id) = (p.node_id, p.id) and h.kind = 'main' and h.valid_from <= ${day}::date
               and (h.valid_to is null or h.valid_to > ${day}::date)) as actual
      from kernel.post p
     where p.unit_id = any (${[...units]}::uuid[]) and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)
     order by p.leads desc, p.title, p.id`);

export const paperOf = ({ id, title, source, confidence, day }: Valued): Paper => ({
  standard: id,
  title,
  document: source.document,
  number: source.number ?? null,
  article: source.article ?? null,
  confidence,
  from: day,
});

export interface Asked {
  readonly unit: Id;
  readonly day: string;
  readonly form: Form;
  readonly garageSpaces: number;
  readonly guards: number;
}

/** Reckons what a unit may have on a day. Null where none of its posts has an establishment. */
export const gatherQuota = async (
  tx: Tx,
  asked: Asked,
  context: Pick<Context, 'organisation' | 'standards'>,
): Promise<Reckoning | null> =>
  reckoningOf(await postsOn(tx, unitsOf(context.organisation, asked.unit), asked.day), asked, context);

/** The same from posts that are known already: pure. */
export function reckoningOf(
  rows: readonly PostRow[],
  { unit, day, form, garageSpaces, guards }: Asked,
  context: Pick<Context, 'organisation' | 'standards'>,
): Reckoning | null {
  const { organisation, standards } = context;
  if (!rows.some(({ approved }) => (approved ?? 0) > 0)) return null;
  const place = organisation.place(unit);
  const level = organisation.unit(unit)?.level ?? 'county';
  const known = (id: string, selector: Record<string, string> = {}): Valued | null => {
    const found = standards.valueOn(id, day, place, selector);
    return found.found ? found : null;
  };
  const needed = (id: string, selector: Record<string, string> = {}): Valued => {
    const found = known(id, selector);
    if (!found) throw new RangeError(`${id} says nothing on ${day}`);
    return found;
  };
  const number = (valued: Valued): number => valued.value as number;

  const capOf = officeCaps(context, unit, day);
  let office: Valued | null = null;
  const posts = rows.map(({ rank, approved, ...row }): QuotaPost => {
    const cap = capOf(rank);
    office ??= cap.valued;
    return { ...row, rank: rank ?? '', rankTitle: cap.title, approved: approved ?? 0, capM2: cap.capM2 };
  });
  const { service, formula } = serviceOf(known, level);
  const equipment = needed('space.equipment-rooms');
  const coefficient = needed('space.usable-coefficient', { form });
  const canteen = needed('space.annex-area', { item: 'canteen-first' });
  const annexOf = (item: string) => number(needed('space.annex-area', { item }));
  const breakOf = (item: string) => number(needed('space.annex-breaks', { item }));
  const terms = {
    posts,
    service: formula,
    equipmentShare: number(equipment),
    coefficient: number(coefficient),
    annex: {
      canteenFirst: number(canteen),
      canteenAbove: annexOf('canteen-above'),
      canteenBreak: breakOf('canteen'),
      garageFirst: annexOf('garage-first'),
      garageAbove: annexOf('garage-above'),
      garageBreak: breakOf('garage'),
      perGuard: annexOf('guard'),
      garageSpaces,
      guards,
    },
  };
  return {
    day,
    form,
    garageSpaces,
    guards,
    posts,
    serviceFormula: formula === null ? null : formulaWords(formula),
    equipmentShare: terms.equipmentShare,
    coefficient: terms.coefficient,
    papers: {
      office: office === null ? null : paperOf(office),
      service: service === null ? null : paperOf(service),
      equipment: paperOf(equipment),
      coefficient: paperOf(coefficient),
      canteen: paperOf(canteen),
    },
    approved: quotaSide(terms, 'approved'),
    actual: quotaSide(terms, 'actual'),
  };
}

function serviceOf(
  known: (id: string, selector: Record<string, string>) => Valued | null,
  level: string,
): { service: Valued | null; formula: ServiceFormula | null } {
  const of = (item: string) => known('space.service-rooms', { item, level });
  const all = ['up-to', 'value-up-to', 'from', 'value-from', 'minuend', 'divisor'].map(of);
  if (all.some((each) => each === null)) return { service: null, formula: null };
  const [upTo, valueUpTo, from, valueFrom, minuend, divisor] = all.map((each) => each!.value as number);
  return {
    service: all[0]!,
    formula: {
      upTo: upTo!,
      valueUpTo: valueUpTo!,
      from: from!,
      valueFrom: valueFrom!,
      minuend: minuend!,
      divisor: divisor!,
    },
  };
}

export const formulaWords = ({ upTo, valueUpTo, from, valueFrom, minuend, divisor }: ServiceFormula) => ({
  zh: `编制 ${upTo} 人及以下每人 ${valueUpTo}㎡，${from} 人及以上每人 ${valueFrom}㎡，其间每人（${minuend}－编制）÷${divisor}`,
  en: `${valueUpTo} m² a head up to ${upTo}, ${valueFrom} m² from ${from} on, between them (${minuend} − headcount) ÷ ${divisor}`,
});
