import { type Id, refuse, sql, verb } from '@opengoa/kernel';
import { ReportSigns, SignsReported } from './contract.ts';
import { keepSigns } from './idle-store.ts';

/** 报送使用迹象: what a directory of log-ins, a meter or a booking desk knows of the use of things; machines with a key send it. Sent twice it is one. */
export const reportSigns = verb('assets.report-signs', {
  title: { zh: '报送使用迹象', en: 'Report signs of use' },
  input: ReportSigns,
  who: ['assets-clerk'],
  facts: [SignsReported],
  refusals: ['signs-unknown', 'sign-not-yet'],
  async load(tx, { unit, signs }) {
    const codes = [...new Set(signs.map(([code]) => code))];
    const cards = await tx.rows<{ id: Id; number: string }>(
      sql`select id, number from assets.card where unit_id = ${unit} and number = any (${codes}::text[])`,
    );
    return { cards: new Map(cards.map(({ number, id }) => [number, id])), codes };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ cards, codes }, { unit, source, signs }, { now }) {
    const unknown = codes.filter((code) => !cards.has(code));
    if (unknown.length > 0)
      return refuse('signs-unknown', { count: unknown.length, codes: unknown.slice(0, 5).join('、') }, { status: 404 });
    if (signs.some(([, , at]) => Date.parse(at) > now.getTime())) return refuse('sign-not-yet');
    return [
      SignsReported.of({ object: { kind: 'kernel.unit', id: unit }, unit, body: { source, signs: signs.length } }),
    ];
  },
  async also(tx, { cards }, { unit, source, since, signs }) {
    await keepSigns(
      tx,
      signs.map(([code, kind, at]) => ({ card: cards.get(code)!, unit, kind, at, since, source })),
    );
  },
});
