import type { Words } from '../words.ts';

export const noticeRefusals: Readonly<Record<string, Words>> = {
  'channel-address-unfit': {
    zh: '地址 {address} 不适用于这种渠道：邮件用 smtp:// 或 smtps://，其他用 https://。',
    en: 'The address {address} does not fit this kind: mail takes smtp:// or smtps://, the others https://.',
  },
  'channel-needs-tls': {
    zh: '须用 https://；只有登记了内网网段的渠道可用 http://。',
    en: 'Use https://. Plain http:// is only for channels with a registered inner network.',
  },
  'mail-needs-domains': {
    zh: '邮件渠道须填发件地址和允许的收件域名。',
    en: 'A mail channel needs its sender and the domains it may go to.',
  },
  'app-needs-names': { zh: '须填企业标识和应用标识。', en: 'Name the corporation and the application.' },
  'secret-needed': {
    zh: '登记或改变地址时须填写密钥，原密钥不会发往新地址。',
    en: 'Give the secret with the address: the old one is not sent to a new address.',
  },
  'channel-closed': { zh: '该渠道已停用。', en: 'This channel is closed.' },
  'receiver-missing': {
    zh: '请先在“通知”中填写您自己在该渠道的地址，再试发。',
    en: 'Enter your own address for this channel under Notices first.',
  },
  'not-dead': { zh: '这条通知不在发送失败之列。', en: 'This delivery has not failed.' },
  'not-a-personal-channel': {
    zh: '这是群或系统渠道，不按人发送。',
    en: 'This channel reaches a group or a system, not a person.',
  },
  'codes-too-often': {
    zh: '一小时内最多发送 {most} 次验证码，请稍后再试。',
    en: 'At most {most} codes are sent in an hour; try again later.',
  },
  'no-code-waiting': {
    zh: '没有等待确认的邮箱，请先填写地址。',
    en: 'No address waits to be confirmed; enter one first.',
  },
  'code-over': {
    zh: '验证码已过期或填错次数过多，请重新填写地址，获取新的验证码。',
    en: 'The code has run out, by time or by wrong tries; enter the address again for a new one.',
  },
  'mail-domain-not-registered': {
    zh: '只能使用以下域名的邮箱：{domains}。',
    en: 'Only mail addresses of these domains: {domains}.',
  },
};
