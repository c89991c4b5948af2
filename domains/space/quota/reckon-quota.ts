/** 核定面积: what a unit may have, by its posts and the formulas of the standard. Pure; areas in m², usable unless said otherwise. */

/** Posts of one kind: how many were approved, how many are held, and what each may have as an office. */
export interface PostLine {
  readonly approved: number;
  readonly actual: number;
  /** Null where the standard does not know the rank: the line adds people and no office. */
  readonly capM2: number | null;
}

/** 服务用房: flat up to a headcount and from another on, a line between. */
export interface ServiceFormula {
  readonly upTo: number;
  readonly valueUpTo: number;
  readonly from: number;
  readonly valueFrom: number;
  readonly minuend: number;
  readonly divisor: number;
}

/** 附属用房, gross area. Per head and per space: the first so many, and the rest. */
export interface AnnexTerms {
  readonly canteenFirst: number;
  readonly canteenAbove: number;
  readonly canteenBreak: number;
  readonly garageFirst: number;
  readonly garageAbove: number;
  readonly garageBreak: number;
  readonly perGuard: number;
  readonly garageSpaces: number;
  readonly guards: number;
}

export interface QuotaTerms {
  readonly posts: readonly PostLine[];
  /** Null where it is for the place to say (townships). */
  readonly service: ServiceFormula | null;
  readonly equipmentShare: number;
  /** Usable over gross. */
  readonly coefficient: number;
  readonly annex: AnnexTerms;
}

/** What it comes to for one headcount: the approved posts or the staff there is. */
export interface QuotaSide {
  readonly people: number;
  readonly officeM2: number;
  readonly servicePerHeadM2: number;
  readonly serviceM2: number;
  readonly equipmentM2: number;
  /** 基本办公用房: offices, service and equipment rooms. */
  readonly basicM2: number;
  readonly basicGrossM2: number;
  readonly canteenGrossM2: number;
  readonly annexGrossM2: number;
  readonly grossM2: number;
}

/** Service rooms per head at a headcount. */
export function servicePerHead(people: number, formula: ServiceFormula | null): number {
  if (formula === null || people === 0) return 0;
  if (people <= formula.upTo) return formula.valueUpTo;
  if (people >= formula.from) return formula.valueFrom;
  return (formula.minuend - people) / formula.divisor;
}

/** So much for each of the first, so much for each of the rest. */
export const stepped = (count: number, first: number, above: number, until: number): number =>
  Math.min(count, until) * first + Math.max(0, count - until) * above;

export function quotaSide(terms: QuotaTerms, basis: 'approved' | 'actual'): QuotaSide {
  const { posts, service, equipmentShare, coefficient, annex } = terms;
  const people = posts.reduce((sum, post) => sum + post[basis], 0);
  const officeM2 = cents(posts.reduce((sum, post) => sum + post[basis] * (post.capM2 ?? 0), 0));
  const perHead = servicePerHead(people, service);
  const serviceM2 = cents(people * perHead);
  const equipmentM2 = cents((officeM2 + serviceM2) * equipmentShare);
  const basicM2 = cents(officeM2 + serviceM2 + equipmentM2);
  const basicGrossM2 = cents(basicM2 / coefficient);
  const canteenGrossM2 = cents(stepped(people, annex.canteenFirst, annex.canteenAbove, annex.canteenBreak));
  const annexGrossM2 = cents(
    canteenGrossM2 +
      stepped(annex.garageSpaces, annex.garageFirst, annex.garageAbove, annex.garageBreak) +
      annex.guards * annex.perGuard,
  );
  return {
    people,
    officeM2,
    servicePerHeadM2: cents(perHead),
    serviceM2,
    equipmentM2,
    basicM2,
    basicGrossM2,
    canteenGrossM2,
    annexGrossM2,
    grossM2: cents(basicGrossM2 + annexGrossM2),
  };
}

/** SA-02: what there is over what may be; null where nothing may be. */
export const ratioOf = (haveM2: number, mayM2: number): number | null =>
  mayM2 > 0 ? Math.round((haveM2 / mayM2) * 10_000) / 10_000 : null;

/** To a hundredth, without the dust of binary fractions. */
export const cents = (area: number): number => Math.round((area + Number.EPSILON) * 100) / 100;
