import type { Words } from '../words.ts';

/** What a key is for. A key of one purpose is never taken for another. */
export interface Purpose {
  readonly title: Words;
  readonly kind: 'cipher' | 'mac' | 'signature';
  /** Longest a version of the key makes new values, in days; old values stay readable. */
  readonly lifeDays: number;
  /** Who answers for it. */
  readonly owner: Words;
}

const security: Words = { zh: '安全保密管理员', en: 'Security officer' };
const audit: Words = { zh: '安全审计员', en: 'Audit officer' };

/** Every purpose a data key may have. The crypto inventory is made from this list (SEC-CR-12), and no key exists outside of it. */
export const purposes = {
  field: { title: { zh: '敏感字段加密', en: 'Sealed fields' }, kind: 'cipher', lifeDays: 365, owner: security },
  subject: {
    title: { zh: '个人信息主体密钥的加密', en: 'Keys of data subjects' },
    kind: 'cipher',
    lifeDays: 365,
    owner: security,
  },
  factor: {
    title: { zh: '双因素密钥加密', en: 'Second-factor secrets' },
    kind: 'cipher',
    lifeDays: 365,
    owner: security,
  },
  file: { title: { zh: '附件加密', en: 'Files' }, kind: 'cipher', lifeDays: 365, owner: security },
  backup: { title: { zh: '备份加密', en: 'Backups' }, kind: 'cipher', lifeDays: 365, owner: security },
  credential: {
    title: { zh: '会话与接口凭证的杂凑', en: 'Session and API credentials' },
    kind: 'mac',
    lifeDays: 365,
    owner: security,
  },
  grant: {
    title: { zh: '授权与安全标记完整性', en: 'Integrity of grants and labels' },
    kind: 'mac',
    lifeDays: 365,
    owner: security,
  },
  record: {
    title: { zh: '审计记录树根签名', en: 'Signed heads of the Record' },
    kind: 'signature',
    lifeDays: 1095,
    owner: audit,
  },
  act: {
    title: { zh: '审批、签收等行为签名', en: 'Acts with legal effect' },
    kind: 'signature',
    lifeDays: 1095,
    owner: security,
  },
  exchange: {
    title: { zh: '节点间报文签名', en: 'Messages between nodes' },
    kind: 'signature',
    lifeDays: 1095,
    owner: security,
  },
} as const satisfies Record<string, Purpose>;

export type KeyPurpose = keyof typeof purposes;
export type PurposeOf<Kind extends Purpose['kind']> = {
  [Name in KeyPurpose]: (typeof purposes)[Name]['kind'] extends Kind ? Name : never;
}[KeyPurpose];

export const purposeNames = Object.keys(purposes) as KeyPurpose[];
