import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { factType } from '../fact-type.ts';
import { newId } from '../id.ts';
import type { AnyVerb } from '../verbs/verb.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';
import { parkedReasons } from './words.ts';

const shape = {
  /** `energy.readings`; null where no room takes the topic. */
  collect: z.string().max(100).nullable(),
  topic: z.string().max(500),
  reason: z.enum(Object.keys(parkedReasons) as [keyof typeof parkedReasons, ...(keyof typeof parkedReasons)[]]),
  bytes: z.int().min(0),
  sha256: z.string().length(64),
};

export const MessageParked = factType('kernel.MessageParked', {
  title: { zh: '设备报文搁置', en: 'Message parked' },
  body: z.strictObject(shape),
});

/**
 * 搁置设备报文: what a device sent and nobody can take, kept with its reason so that what follows goes on (SEC-TE-05). The device is
 * told that its message was taken: sent again it would be no better.
 */
export const parkMessage = verb('kernel.park-message', {
  title: { zh: '搁置设备报文', en: 'Park a message' },
  input: z.strictObject({
    ...shape,
    /** What was wrong with it, for whoever sets the device right. */
    detail: z.string().max(2_000),
    /** The beginning of the payload as text, with what is not text left out. */
    excerpt: z.string().max(2_000),
  }),
  who: ['any-role'],
  internal: true,
  facts: [MessageParked],
  refusals: [],
  load: async (_tx, { detail, excerpt }) => ({ id: newId(), detail, excerpt }),
  at: (_known, _input, { actor }) => ({ unit: actor.grants[0]?.unit ?? actor.unit ?? '' }),
  decide: ({ id }, { detail: _detail, excerpt: _excerpt, ...body }, { actor }) => [
    MessageParked.of({ object: { kind: 'message', id }, unit: actor.grants[0]?.unit ?? actor.unit ?? '', body }),
  ],
  // What was sent may be anything, so it stays out of the Record and goes when its days are over.
  async also(tx, { id, detail, excerpt }, { topic, sha256 }, { actor, today, standards, now }) {
    const days = standards.numberOn('kernel.collecting', today, [], { item: 'parked-days' });
    await tx.run(sql`update kernel.parked_message set detail = ${detail}, excerpt = ${excerpt} where id = ${id}`);
    await tx.run(sql`
      delete from kernel.parked_message
       where device = ${actor.name} and parked_at < ${new Date(now.getTime() - days * 86_400_000)} and (topic, sha256) <> (${topic}, ${sha256})`);
  },
});

export const collectVerbs: readonly AnyVerb[] = [parkMessage];

export const collectSaves: readonly Save[] = [
  saves(MessageParked, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into kernel.parked_message (id, unit_id, device, collect, topic, reason, bytes, sha256, parked_at)
      values (${object.id}, ${unit}, ${actor.name}, ${body.collect}, ${body.topic}, ${body.reason}, ${body.bytes}, ${body.sha256}, ${now})`),
  ),
];
