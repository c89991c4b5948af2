import { z } from 'zod';
import { raw, sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import { read } from '../reads/read.ts';
import { mayAt } from '../rights/rights.ts';
import { codeForm, labelByToken, labelledKind, type LabelledThing, thingsByCode, thingsOf, tokenIn } from './label.ts';
import { keeps, labelKeepers } from './label-keepers.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

const most = 500;

interface SheetRow extends LabelledThing {
  readonly token: string | null;
}

/** 标签页: the things of one kind that the asker may label, those with a label with its code. */
export const labelSheet = read('kernel.label-sheet', {
  title: { zh: '标签', en: 'Labels' },
  query: z.strictObject({
    kind: z.string().max(100).optional(),
    q: z.string().max(60).optional(),
    /** These things alone, up to 100 ids with commas between: what was chosen in a ledger. */
    only: z
      .string()
      .max(100 * 37)
      .transform((ids) => ids.split(','))
      .pipe(z.array(z.uuid()).max(100))
      .optional(),
  }),
  answer: z.strictObject({
    kinds: z.array(z.strictObject({ kind: z.string(), title: words })),
    kind: z.string(),
    things: z.array(z.strictObject({ id: z.uuid(), name: z.string(), code: z.string(), token: z.string().nullable() })),
  }),
  who: labelKeepers,
  async fetch(tx, { kind: asked, q = '', only }, context) {
    // Those kinds whose things this post finds: a fleet clerk is not shown an empty page of meters.
    const { actor } = context;
    const mine = [...context.labelled.values()].filter(({ keptBy }) =>
      actor.grants.some(({ role }) => keptBy.includes(role)),
    );
    const kinds = mine.map(({ kind, title }) => ({ kind, title }));
    const kind = asked ?? kinds[0]?.kind;
    if (kind === undefined) return { kinds, kind: '', things: [] };
    const declared = labelledKind(context, kind);
    const { view } = declared;
    const like = `%${q.trim().replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    const rows = await tx.rows<SheetRow>(sql`
      select t.id, t.unit_id as unit, t.public_name as "publicName", t.code, l.token from ${raw(view)} t
        left join kernel.label l on l.object_id = t.id and l.revoked_at is null
       where (${only === undefined} or t.id = any (${only ?? []}::uuid[]))
         and (${q.trim() === ''} or t.public_name ilike ${like} or t.code ilike ${like})
       order by t.code, t.id limit ${most}`);
    return {
      kinds,
      kind,
      things: rows
        .filter((row) => keeps(declared, row, context))
        .map(({ id, publicName, code, token }) => ({ id, name: publicName, code, token })),
    };
  },
});

const hit = z.strictObject({
  kind: z.string(),
  title: words,
  id: z.uuid(),
  name: z.string(),
  code: z.string(),
  opens: z.string(),
});

/** 扫码: what was scanned or typed, as the things it names among those the asker may see: our label, or any identifier that is registered. */
export const scan = read('kernel.scan', {
  title: { zh: '扫码', en: 'Scan' },
  query: z.strictObject({ code: z.string().min(1).max(300) }),
  answer: z.strictObject({ things: z.array(hit) }),
  who: ['staff', 'clerk', 'head', 'leader', 'dispatcher', 'driver', 'room-clerk', 'risk-officer'],
  async fetch(tx, { code }, context) {
    const token = tokenIn(code);
    const label = token === undefined ? undefined : await labelByToken(tx, token);
    const things: z.infer<typeof hit>[] = [];
    for (const kind of context.labelled.values()) {
      if (label && label.kind !== kind.kind) continue;
      const found = label ? await thingsOf(tx, kind, [label.object]) : await thingsByCode(tx, kind, codeForm(code));
      for (const thing of found) {
        const may = mayAt(context.actor, kind.finders, { unit: thing.unit }, context.organisation, { holds: false });
        if (may) things.push(hitOf(kind.kind, kind.title, kind.opens, thing));
      }
    }
    return { things };
  },
});

const hitOf = (
  kind: string,
  title: z.infer<typeof words>,
  opens: string,
  { id, publicName, code }: { id: Id; publicName: string; code: string },
): z.infer<typeof hit> => ({ kind, title, id, name: publicName, code, opens: opens.replace('{id}', id) });
