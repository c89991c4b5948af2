import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { turns } from '../turn-register.ts';
import { saves } from '../verbs/saves.ts';
import { initialsOfPerson, searchPieces } from '../reads/bigrams.ts';
import {
  Appointed,
  AppointmentEnded,
  PersonRegistered,
  PostCreated,
  StandInEnded,
  StandInNamed,
  UnitFounded,
  UnitMoved,
  UnitsMerged,
  UnitSplit,
} from './contract.ts';

const treeChanged = (tx: Tx, today: string) => tx.run(sql`call kernel.rebuild_unit_below(${today}::date)`);

const endUnit = (tx: Tx, unit: string, day: string) =>
  tx.run(sql`update kernel.unit set valid_to = ${day}, version = version + 1 where id = ${unit}`);

/** How each fact of the organisation becomes rows. */
export const organisationSaves = [
  turns('organisation', UnitFounded, async (tx, { body }, { today }) => {
    await tx.run(sql`
      insert into kernel.unit (id, code, name, short_name, kind, level, region_code, valid_from, search)
      values (${body.id}, ${body.code ?? null}, ${body.name}, ${body.shortName ?? null}, ${body.kind}, ${body.level}, ${body.regionCode ?? null}, ${body.from}, ${searchPieces(body.name, body.shortName, body.code)}::text[])`);
    await tx.run(
      sql`insert into kernel.unit_parent (unit_id, parent_id, valid_from) values (${body.id}, ${body.parent}, ${body.from})`,
    );
    await treeChanged(tx, today);
  }),
  turns('organisation', UnitMoved, async (tx, { body }, { today }) => {
    await tx.run(
      sql`update kernel.unit_parent set valid_to = ${body.from} where unit_id = ${body.unit} and valid_to is null`,
    );
    await tx.run(
      sql`insert into kernel.unit_parent (unit_id, parent_id, valid_from) values (${body.unit}, ${body.parent}, ${body.from})`,
    );
    await treeChanged(tx, today);
  }),
  turns('organisation', UnitsMerged, async (tx, { body }, { today }) => {
    for (const unit of body.units) {
      await endUnit(tx, unit, body.day);
      await tx.run(sql`
        insert into kernel.unit_succession (from_unit, to_unit, day, kind, paper) values (${unit}, ${body.into}, ${body.day}, 'merge', ${body.paper ?? null})`);
    }
    await treeChanged(tx, today);
  }),
  turns('organisation', UnitSplit, async (tx, { body }, { today }) => {
    await endUnit(tx, body.unit, body.day);
    for (const into of body.into) {
      await tx.run(sql`
        insert into kernel.unit_succession (from_unit, to_unit, day, kind, paper) values (${body.unit}, ${into}, ${body.day}, 'split', ${body.paper ?? null})`);
    }
    await treeChanged(tx, today);
  }),
  saves(PersonRegistered, (tx, { body }) =>
    tx.run(sql`
      insert into kernel.person (id, name, initials, number, valid_from, search)
      values (${body.id}, ${body.name}, ${initialsOfPerson(body.name)}, ${body.number ?? null}, ${body.from}, ${searchPieces(body.name)}::text[])`),
  ),
  turns('organisation', PostCreated, async (tx, { body }) => {
    await tx.run(sql`
      insert into kernel.post (id, unit_id, title, rank, establishment, leads, valid_from)
      values (${body.id}, ${body.unit}, ${body.title}, ${body.rank ?? null}, ${body.establishment ?? null}, ${body.leads}, ${body.from})`);
  }),
  turns('organisation', Appointed, async (tx, { body }) => {
    await tx.run(sql`
      insert into kernel.holding (id, person_id, post_id, kind, valid_from, valid_to)
      values (${body.holding}, ${body.person}, ${body.post}, ${body.kind}, ${body.from}, ${body.to ?? null})`);
  }),
  turns('organisation', AppointmentEnded, async (tx, { body }) => {
    await tx.run(sql`update kernel.holding set valid_to = ${body.to} where id = ${body.holding}`);
  }),
  turns('organisation', StandInNamed, async (tx, { body }) => {
    await tx.run(sql`
      insert into kernel.stand_in (id, person_id, for_person_id, reason, valid_from, valid_to)
      values (${body.id}, ${body.person}, ${body.forPerson}, ${body.reason}, ${body.from}, ${body.to})`);
  }),
  turns('organisation', StandInEnded, async (tx, { body }) => {
    await tx.run(
      sql`update kernel.stand_in set valid_to = greatest(valid_from, ${body.to}::date) where id = ${body.standIn}`,
    );
  }),
];
