import { type Context, type Id, notFound, read, Refused, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { PaperAnswer, SheetAnswer, StocktakeAnswer } from './contract.ts';
import { resultOf } from './result.ts';
import { scanBursts } from './scan-bursts.ts';
import { isOpen, offersFor, signers, type Stocktake } from './stocktake.ts';
import { findStocktake, linesOf, placesOf } from './stocktake-store.ts';

const one = z.strictObject({ id: z.uuid() });

/** Whoever of the unit may sign second, by name; those above it with rights over it may too. */
const secondsFor = ({ unit, firstBy }: Stocktake, organisation: Context['organisation']): string[] => {
  const people = new Set<Id>(signers.flatMap((role) => organisation.holdersOfRole(role, unit)));
  return [...people].filter((person) => person !== firstBy).flatMap((person) => organisation.personName(person) ?? []);
};

/** 一次盘点: progress by place, what it came to so far, who signed. Who saw which thing is told nowhere. */
export const oneStocktake = read('assets.stocktake', {
  title: { zh: '盘点', en: 'A stocktake' },
  query: one,
  answer: StocktakeAnswer,
  who: readers,
  object: ({ id }) => id,
  async fetch(tx, { id }, { actor, organisation, standards, today }) {
    const stocktake = await findStocktake(tx, id);
    const [lines, places] = [await linesOf(tx, id), await placesOf(tx, id)];
    const burstAsks = {
      scans: standards.numberOn('assets.stocktake', today, [], { item: 'burst-scans' }),
      minutes: standards.numberOn('assets.stocktake', today, [], { item: 'burst-minutes' }),
    };
    const scans = await tx.rows<{ place: Id; at: number }>(sql`
      select place_id as place, (extract(epoch from at) * 1000)::float8 as at from assets.stocktake_entry
       where stocktake_id = ${id} and kind in ('camera', 'scanner', 'typed', 'picked')`);
    const names = new Map(places.map((place) => [place.id, place.name]));
    return {
      id,
      unit: stocktake.unit,
      unitName: organisation.unit(stocktake.unit)?.name ?? '',
      number: stocktake.number,
      title: stocktake.title,
      scope: stocktake.scope,
      scopeWords: stocktake.scopeWords,
      day: stocktake.day,
      blind: stocktake.blind,
      sample: stocktake.sample,
      state: stocktake.state,
      version: stocktake.version,
      people: stocktake.people.flatMap((person) => organisation.personName(person) ?? []),
      places: places.map((place) => {
        const own = lines.filter((line) => line.expected && line.place === place.id);
        const missing = own.filter(({ state }) => state === 'waiting').length;
        return {
          id: place.id,
          name: place.name,
          floor: place.floor,
          done: place.doneAt !== null,
          expected: own.length,
          seen: own.length - missing,
          missing,
          unexpected: lines.filter(
            ({ seenPlace, state }) => seenPlace === place.id && ['elsewhere', 'unexpected', 'surplus'].includes(state),
          ).length,
        };
      }),
      result: stocktake.result ?? resultOf(lines, stocktake.blind),
      open: lines.filter(isOpen).length,
      conflicts: lines.filter((line) => line.conflict !== null && isOpen(line)).length,
      bursts: scanBursts(scans, burstAsks.scans, burstAsks.minutes).map(({ place, scans: count, from, to }) => ({
        place: names.get(place) ?? '',
        scans: count,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      })),
      burstAsks,
      signatures: [
        { name: stocktake.firstName, at: stocktake.firstAt },
        { name: stocktake.secondName, at: stocktake.secondAt },
      ].flatMap(({ name, at }) => (name === null || at === null ? [] : [{ name, at: at.toISOString() }])),
      signedFirst: actor.person !== null && actor.person === stocktake.firstBy,
      seconds: stocktake.state === 'signed' ? secondsFor(stocktake, organisation) : [],
      linesSha256: stocktake.linesSha256,
      paperSha256: stocktake.paperSha256,
      why: stocktake.why,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (stocktake) => offersFor(stocktake),
});

/** 盘点清单: what a device keeps so that it counts without a network. Of a blind stocktake only places that are done tell what the book has there. */
export const stocktakeSheet = read('assets.stocktake-sheet', {
  title: { zh: '盘点清单', en: 'What a device counts by' },
  query: one,
  answer: SheetAnswer,
  who: ['assets-clerk', 'clerk'],
  object: ({ id }) => id,
  async fetch(tx, { id }) {
    const stocktake = await findStocktake(tx, id);
    const places = await placesOf(tx, id);
    const done = new Set(places.flatMap((place) => (place.doneAt === null ? [] : [place.id])));
    const lines = await tx.rows<SheetAnswer['lines'][number]>(sql`
      select l.id, l.code, l.name, l.quantity, array_remove(array[nullif(c.serial, ''), t.token], null) as codes, l.expected, l.place_id as place,
             l.state, l.conflict, l.seen_place_id as "seenPlace", l.seen_quantity as "seenQuantity", l.how
        from assets.stocktake_line l
        left join assets.card c on (c.node_id, c.id) = (l.node_id, l.card_id)
        left join kernel.label t on t.object_id = l.card_id and t.revoked_at is null
       where l.stocktake_id = ${id} order by l.code, l.id`);
    return {
      id,
      unit: stocktake.unit,
      number: stocktake.number,
      title: stocktake.title,
      state: stocktake.state,
      blind: stocktake.blind,
      places: places.map(({ doneAt, ...place }) => ({ ...place, done: doneAt !== null })),
      lines: lines.filter(
        ({ expected, state, place }) =>
          !stocktake.blind || !expected || state !== 'waiting' || (place !== null && done.has(place)),
      ),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (sheet) => offersFor(sheet),
});

/** 盘点报告: the sealed paper, byte for byte as its hash stands on the Record. */
export const stocktakePaperRead = read('assets.stocktake-paper', {
  title: { zh: '盘点报告', en: 'The sealed paper of a stocktake' },
  query: one,
  answer: PaperAnswer,
  who: readers,
  object: ({ id }) => id,
  async fetch(tx, { id }) {
    const found = await tx.maybe<{ number: string; sha256: string; base64: string; unit: Id }>(sql`
      select s.number, p.sha256, encode(p.content, 'base64') as base64, s.unit_id as unit
        from assets.stocktake s join assets.stocktake_paper p on (p.node_id, p.id) = (s.node_id, s.id) where s.id = ${id}`);
    if (!found) throw new Refused(notFound());
    const { number, base64, ...rest } = found;
    return { name: `${number}.pdf`, base64: base64.replaceAll('\n', ''), ...rest };
  },
  at: ({ unit }) => ({ unit }),
  recorded: true,
});
