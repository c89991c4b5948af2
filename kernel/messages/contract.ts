import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const text = (most: number) => z.string().trim().min(1).max(most);

export const channelKinds = ['webhook', 'mail', 'dingtalk-robot', 'dingtalk-app', 'wecom-robot', 'wecom-app'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** What a notice is about. `test` is only sent by the officer, `code` only to an address that is to be confirmed. */
export const noticeKinds = ['task', 'case', 'reminder', 'mention'] as const;
export type NoticeKind = (typeof noticeKinds)[number] | 'test' | 'code';

/** An address or a network (`10.1.2.0/24`) of the inner net that this channel may reach. */
const network = z.union([
  z.ipv4(),
  z.ipv6(),
  z.string().max(18).regex(z.regexes.cidrv4),
  z.string().max(49).regex(z.regexes.cidrv6),
]);

/** What a kind of channel needs besides its address; nothing in it is secret. */
export const ChannelSettings = z.strictObject({
  /** Mail: who it is from, and which domains it may go to. */
  from: z.email().max(200).optional(),
  domains: z
    .array(z.string().regex(/^[a-z0-9.-]{3,100}$/))
    .max(50)
    .optional(),
  user: text(200).optional(),
  /** Where people open this program: before the paths of links. */
  site: z
    .string()
    .max(200)
    .regex(/^https?:\/\/[^\s?#]+$/)
    .optional(),
  /** DingTalk and WeCom apps: who the application is. */
  corp: text(100).optional(),
  app: text(100).optional(),
  /** Robots and webhooks: which kinds of notices of their unit they take. */
  kinds: z.array(z.enum(noticeKinds)).max(4).optional(),
});
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** `https://…`, `http://…` within the inner net, `smtps://host:port` or `smtp://host:port`; no name, password or query in it: those are secrets. */
const address = z
  .string()
  .max(500)
  .regex(/^(https?|smtps?):\/\/[^\s@?#]+$/);

const secret = z.string().min(8).max(500);

export const RegisterChannel = z.strictObject({
  unit: id,
  kind: z.enum(channelKinds),
  title: text(100),
  address,
  inside: z.array(network).max(20).default([]),
  settings: ChannelSettings.default({}),
  /** Robots: the token of the address; apps: the secret of the application; mail: the password. A webhook's is made here. */
  secret: secret.optional(),
  /** DingTalk robots: the key they are signed by. */
  signingKey: secret.optional(),
});

export const ChangeChannel = z.strictObject({
  channel: id,
  version: z.int(),
  title: text(100).optional(),
  address: address.optional(),
  inside: z.array(network).max(20).optional(),
  settings: ChannelSettings.optional(),
  secret: secret.optional(),
  signingKey: secret.optional(),
});

const told = {
  kind: z.enum(channelKinds),
  title: z.string(),
  address: z.string(),
  inside: z.array(z.string()),
  settings: ChannelSettings,
};

export const ChannelRegistered = factType('kernel.ChannelRegistered', {
  title: { zh: '登记通知渠道', en: 'Notice channel registered' },
  body: z.strictObject(told),
});

export const ChannelChanged = factType('kernel.ChannelChanged', {
  title: { zh: '变更通知渠道', en: 'Notice channel changed' },
  body: z.strictObject({ ...told, version: z.int(), secretReplaced: z.boolean() }),
});

export const ChannelSwitched = factType('kernel.ChannelSwitched', {
  title: { zh: '启停通知渠道', en: 'Notice channel switched' },
  body: z.strictObject({ open: z.boolean(), why: z.string().max(300) }),
});

export const ChannelTested = factType('kernel.ChannelTested', {
  title: { zh: '试发通知', en: 'Notice channel tested' },
  body: z.strictObject({ delivery: id, to: id.nullable() }),
});

export const DeliveryRetried = factType('kernel.DeliveryRetried', {
  title: { zh: '重新发送通知', en: 'Delivery tried again' },
  body: z.strictObject({ channel: id }),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const how = z.enum(['at-once', 'digest', 'off']);

/** What a person wants to be told outside the house, and when. In the house everything is told at once. */
export const NoticeChoice = z.strictObject({
  kinds: z.strictObject({ task: how, case: how, reminder: how, mention: how }),
  /** Nothing is pushed from `quietFrom` to `quietTo` of the next day. */
  quietFrom: clock,
  quietTo: clock,
  /** Nor on days that are no working days, with 调休. */
  workdaysOnly: z.boolean(),
  digestAt: clock,
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

export const usualChoice: NoticeChoice = {
  kinds: { task: 'at-once', case: 'digest', reminder: 'at-once', mention: 'at-once' },
  quietFrom: '20:00',
  quietTo: '08:00',
  workdaysOnly: true,
  digestAt: '08:30',
};

export const SetReceiver = z.strictObject({
  channel: id,
  /** A mail address, or the user id in DingTalk or WeCom; null takes it away. */
  address: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\s<>,;:"\\\p{C}]+$/u)
    .nullable(),
});

/** The code as the mail has it; blanks that came along when it was copied do not count. */
export const ConfirmReceiver = z.strictObject({
  channel: id,
  code: z
    .string()
    .max(40)
    .transform((typed) => typed.replaceAll(/\s+/g, ''))
    .pipe(z.string().regex(/^\d{8}$/)),
});
