import { useWords, VerbForm, type ActDialogProps, type Field } from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { useState } from 'react';
import { ShownOnce } from './one-time-code.tsx';

const kinds = {
  mail: { zh: '邮件（SMTP）', en: 'Mail (SMTP)' },
  'wecom-app': { zh: '企业微信应用', en: 'WeCom app' },
  'wecom-robot': { zh: '企业微信群机器人', en: 'WeCom robot' },
  'dingtalk-app': { zh: '钉钉应用', en: 'DingTalk app' },
  'dingtalk-robot': { zh: '钉钉群机器人', en: 'DingTalk robot' },
  webhook: { zh: '签名回调（Webhook）', en: 'Signed webhook' },
};

type Values = Readonly<Record<string, unknown>>;
const isKind =
  (...wanted: string[]) =>
  (values: Values) =>
    wanted.includes(String(values['kind']));
const isApp = isKind('wecom-app', 'dingtalk-app');

/** Fields of a channel's settings, by what the kind needs. */
export const settingFields: readonly Field[] = [
  field('from', '发件地址', 'Sender', 'text', { when: isKind('mail') }),
  field('domains', '允许的收件域名', 'Domains it may go to', 'text', {
    when: isKind('mail'),
    help: { zh: '多个用空格分开', en: 'Separated by spaces' },
  }),
  field('user', '登录名', 'User', 'text', { when: isKind('mail'), required: false }),
  field('corp', '企业标识（CorpId / AppKey）', 'Corporation (CorpId / AppKey)', 'text', { when: isApp }),
  field('app', '应用标识（AgentId）', 'Application (AgentId)', 'text', { when: isApp }),
  field('site', '本系统网址', 'Where people open this program', 'text', {
    required: false,
    help: { zh: '消息里的链接以它开头，例如 https://goa.example.gov.cn', en: 'Links begin with it' },
  }),
];

const words = (text: unknown): string[] =>
  String(text ?? '')
    .split(/[\s,，、]+/)
    .filter(Boolean);

/** What a verb takes, from the values of the form; nothing that was left empty. */
export function channelInput({
  from,
  domains,
  user,
  corp,
  app,
  site,
  inside,
  ...rest
}: Values): Record<string, unknown> {
  const settings = Object.fromEntries(
    Object.entries({ from, user, corp, app, site }).filter(([, value]) => value !== undefined && value !== ''),
  );
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')),
    inside: words(inside),
    settings: { ...settings, ...(domains ? { domains: words(domains) } : {}) },
  };
}

export const secretFields: readonly Field[] = [
  field('secret', '密钥 / 口令 / 令牌', 'Secret, password or token', 'password', {
    sensitive: true,
    when: (values) => values['kind'] !== 'webhook',
    help: { zh: '加密保存，保存后不再显示。', en: 'Kept encrypted and not shown again.' },
  }),
  field('signingKey', '加签密钥', 'Signing key', 'password', {
    sensitive: true,
    required: false,
    when: isKind('dingtalk-robot'),
  }),
];

const fields: readonly Field[] = [
  field('kind', '类型', 'Kind', 'choice', { choices: kinds }),
  field('title', '名称', 'Name', 'text', { maxLength: 100 }),
  field('unit', '单位（含下级）', 'Unit and below', 'unit'),
  field('address', '地址', 'Address', 'text', {
    maxLength: 500,
    help: {
      zh: '邮件填 smtps://主机:端口，其他填 https://…；令牌不要写在地址里。',
      en: 'Mail: smtps://host:port; others: https://…, without the token.',
    },
  }),
  field('inside', '允许的内网网段', 'Inner networks', 'text', {
    required: false,
    help: {
      zh: '地址在内网时才填，例如 10.1.2.0/24；其他内网地址一律拒绝。',
      en: 'Only for an inner address, e.g. 10.1.2.0/24.',
    },
  }),
  ...settingFields,
  ...secretFields,
];

/** A new channel. A webhook's key is made here and shown this once. */
export default function RegisterChannel({ onCancel, onDone }: ActDialogProps) {
  const { w } = useWords();
  const [key, setKey] = useState<string>();
  if (key) {
    return (
      <ShownOnce
        code={key}
        about={w({
          zh: '签名密钥只显示这一次，请存入接收系统的密钥库。接收方按 Standard Webhooks 规范核对签名、时间和编号。',
          en: 'Shown only now: put it into the vault of the receiving system, which checks signature, time and id as Standard Webhooks says.',
        })}
        onClose={onDone}
      />
    );
  }
  return (
    <VerbForm
      verb="kernel.register-channel"
      fields={fields}
      draft={false}
      input={channelInput}
      submit={{ zh: '登记', en: 'Register' }}
      onCancel={onCancel}
      onDone={({ result }) => (result.key ? setKey(result.key) : onDone())}
    />
  );
}
