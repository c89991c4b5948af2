import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';

export const partKinds = ['building', 'floor', 'room', 'supply', 'equipment', 'system', 'service'] as const;
export type PartKind = (typeof partKinds)[number];

const name = z.string().trim().min(1).max(100);
const weights = {
  hourLossFen: z.int().min(0).max(100_000_000_000).nullable().default(null),
  repairHours: z.number().min(0.1).max(10_000).nullable().default(null),
};

/** 登记依赖: a part needs others, all of them or so many. Names of the ledgers are taken as those things; a new name is a part of its own. */
export const AddDependency = z.strictObject({
  unit: id,
  part: name,
  kind: z.enum(partKinds),
  /** Names with 、 between them. */
  needs: z.string().trim().min(1).max(1_000),
  atLeast: z.int().min(1).max(20).nullable().default(null),
  since: z.iso.date(),
  source: z.enum(['entered', 'file']).default('entered'),
  ...weights,
});

/** Without a day it is taken back: it ends on the day it began. */
export const EndDependency = z.strictObject({ need: id, until: z.iso.date().nullable().default(null) });

export const NamedPart = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(partKinds),
  thing: id.nullable(),
  within: id.nullable(),
});

export const DependencyAdded = factType('risk-centre.DependencyAdded', {
  title: { zh: '登记依赖', en: 'Dependency entered' },
  body: z.strictObject({
    part: NamedPart,
    of: z.array(NamedPart).min(1).max(20),
    atLeast: z.int().nullable(),
    said: z.string(),
    since: z.iso.date(),
    source: z.enum(['entered', 'file']),
    hourLossFen: z.number().nullable(),
    repairHours: z.number().nullable(),
  }),
});

export const DependencyEnded = factType('risk-centre.DependencyEnded', {
  title: { zh: '终止依赖', en: 'Dependency ended' },
  body: z.strictObject({ until: z.iso.date() }),
});
