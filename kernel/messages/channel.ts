import type { Words } from '../words.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ChannelKind, ChannelSettings } from './contract.ts';

export const channelKindWords: Readonly<Record<ChannelKind, Words>> = {
  webhook: { zh: '签名回调（Webhook）', en: 'Signed webhook' },
  mail: { zh: '邮件（SMTP）', en: 'Mail (SMTP)' },
  'dingtalk-robot': { zh: '钉钉群机器人', en: 'DingTalk robot' },
  'dingtalk-app': { zh: '钉钉应用', en: 'DingTalk app' },
  'wecom-robot': { zh: '企业微信群机器人', en: 'WeCom robot' },
  'wecom-app': { zh: '企业微信应用', en: 'WeCom app' },
};

/** Those that reach one person; the others stand in a room, or are another system. */
export const personalKinds: readonly ChannelKind[] = ['mail', 'dingtalk-app', 'wecom-app'];

/** Where a channel's secret is sealed: moved to another row it does not open. */
export const secretPlace = (channel: string) => ({
  table: 'kernel.notice_line',
  row: channel,
  column: 'secret_sealed',
});

/** Where the address of a person is sealed. */
export const receiverPlace = (person: string, channel: string) => ({
  table: 'kernel.notice_receiver',
  row: `${person}/${channel}`,
  column: 'address_sealed',
});

/** What a channel of this kind must say, and does not. */
export function channelFault(
  kind: ChannelKind,
  address: string,
  settings: ChannelSettings,
  inside: readonly string[],
): Refusal | undefined {
  const scheme = address.slice(0, address.indexOf(':'));
  const fits = kind === 'mail' ? scheme === 'smtp' || scheme === 'smtps' : scheme === 'https' || scheme === 'http';
  if (!fits) return refuse('channel-address-unfit', { address });
  // In plain text only within the inner net, where the register says so.
  if (scheme === 'http' && inside.length === 0) return refuse('channel-needs-tls');
  try {
    new URL(address);
  } catch {
    return refuse('channel-address-unfit', { address });
  }
  const { from, domains, corp, app } = settings;
  if (kind === 'mail' && (from === undefined || (domains ?? []).length === 0)) return refuse('mail-needs-domains');
  if ((kind === 'wecom-app' || kind === 'dingtalk-app') && (corp === undefined || app === undefined))
    return refuse('app-needs-names');
  return undefined;
}

/** Does this channel take that address of a person? Mail goes to registered domains alone. */
export function receiverFault(kind: ChannelKind, domains: readonly string[], address: string): Refusal | undefined {
  if (!personalKinds.includes(kind)) return refuse('not-a-personal-channel');
  if (kind !== 'mail') return undefined;
  const [local, domain, ...more] = address.split('@');
  const fits = local !== '' && domain !== undefined && more.length === 0;
  if (!fits || !domains.includes(domain.toLowerCase()))
    return refuse('mail-domain-not-registered', { domains: domains.join('、') });
  return undefined;
}
