import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const name = z.string().min(1).max(200);
/** A secret as typed: never trimmed; the bound keeps a server from hashing a novel (SEC-ID-04). */
export const Secret = z.string().min(1).max(1024);
export const Code = z.string().min(1).max(64);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const CreateAccount = z.strictObject({
  id: id.optional(),
  unit: id,
  kind: z.enum(['person', 'machine', 'device']).default('person'),
  name,
  person: id.optional(),
  /** Sign-in at another provider: who the person is there. */
  oidc: z.strictObject({ issuer: z.url().max(500), subject: z.string().min(1).max(255) }).optional(),
});
export const DisableAccount = z.strictObject({ account: id, why: z.string().trim().min(1).max(500) });
export const EnableAccount = z.strictObject({ account: id });
export const StartReset = z.strictObject({ account: id });
export const BindIdentity = z.strictObject({
  account: id,
  issuer: z.url().max(500),
  subject: z.string().trim().min(1).max(255),
});
export const UnbindIdentity = z.strictObject({ identity: id });
export const EndSession = z.strictObject({ session: id });
export const TakeOffSecondFactor = z.strictObject({ account: id, why: z.string().trim().min(1).max(500) });
export const CreateMachineKey = z.strictObject({
  account: id,
  title: z.string().trim().min(1).max(200),
  scope: z
    .array(z.string().regex(/^[a-z][a-z-]{1,40}$/))
    .min(1)
    .max(20),
  /** First day on which the key no longer works. */
  validTo: z.iso.date(),
});
export const RevokeMachineKey = z.strictObject({ key: id });

/** Inputs of the doors that prove somebody (`session-doors.ts`). */
export const SignIn = z.strictObject({ name: z.string().max(200), password: Secret, code: Code.optional() });
export const ShowSecondFactor = z.strictObject({ code: Code });
export const ChangePassword = z.strictObject({ current: Secret, next: Secret });
export const FinishReset = z.strictObject({ name: z.string().max(200), code: Code, next: Secret });
export const SwitchPost = z.strictObject({ post: id, standInFor: id.optional() });
export const ClaimFirstAdministrator = z.strictObject({
  code: Code,
  unit: z.strictObject({
    name: z.string().trim().min(1).max(200),
    level: z.enum(['nation', 'province', 'city', 'county', 'township']),
    regionCode: z.string().max(12).optional(),
  }),
  personName: z.string().trim().min(1).max(100),
  name,
  password: Secret,
});
export const StartOidc = z.strictObject({
  provider: z.string().max(64),
  purpose: z.enum(['sign-in', 'link']).default('sign-in'),
  /** Page to come back to: a path of this site, so never another's address. */
  to: z
    .string()
    .max(1000)
    .regex(/^\/(?![/\\])[^\\\s]*$/)
    .default('/'),
});
/** `query` is the query string the provider sent the browser back with. */
export const FinishOidc = z.strictObject({ provider: z.string().max(64), query: z.string().max(4000) });
export const Nothing = z.strictObject({});

/** Inputs of the verbs those doors run once somebody is proved. They carry hashes, never a secret. */
export const OpenSession = z.strictObject({
  id,
  tokenHash: hash,
  method: z.enum(['password', 'oidc']),
  factor: z.boolean(),
  agent: z.string().max(300).nullable(),
  failedBefore: z.int().min(0),
});
export const CountFailedSignIn = z.strictObject({
  account: id.nullable(),
  what: z.enum(['password', 'factor', 'oidc']),
  locked: z.boolean(),
  sprayed: z.boolean(),
});
export const SetPassword = z.strictObject({
  stored: z.string().max(500),
  why: z.enum(['changed', 'reset', 'first', 'restored']),
  reset: id.optional(),
  tokenHash: hash.optional(),
});
export const ProveFactor = z.strictObject({ tokenHash: hash, by: z.enum(['code', 'recovery-code']) });
export const KeepSecondFactor = z.strictObject({
  tokenHash: hash,
  step: z.int(),
  recoveryCodes: z.array(hash).max(20),
});
export const OfferSecondFactor = z.strictObject({ sealed: z.string().max(2000) });
export const TakePost = z.strictObject({ tokenHash: hash, post: id, title: z.string(), standInFor: id.nullable() });
export const LinkOidc = z.strictObject({ issuer: z.string().max(500), subject: z.string().max(255) });

export const AccountCreated = factType('kernel.AccountCreated', {
  title: { zh: '开立账号', en: 'Account created' },
  body: z.strictObject({
    account: id,
    unit: id,
    kind: z.enum(['person', 'machine', 'device']),
    name,
    person: id.nullable(),
  }),
});
export const AccountDisabled = factType('kernel.AccountDisabled', {
  title: { zh: '停用账号', en: 'Account disabled' },
  body: z.strictObject({ account: id, why: z.string().max(500) }),
});
export const AccountEnabled = factType('kernel.AccountEnabled', {
  title: { zh: '启用账号', en: 'Account enabled' },
  body: z.strictObject({ account: id }),
});
export const SignedIn = factType('kernel.SignedIn', {
  title: { zh: '登录', en: 'Signed in' },
  body: z.strictObject({ session: id, account: id, method: z.enum(['password', 'oidc']), factor: z.boolean() }),
});
export const SignInFailed = factType('kernel.SignInFailed', {
  title: { zh: '登录失败', en: 'Sign-in failed' },
  body: z.strictObject({ account: id.nullable(), what: z.enum(['password', 'factor', 'oidc']), locked: z.boolean() }),
});
/** What the risk centre follows: somebody may be guessing (SEC-ID-08). */
export const GuessingNoticed = factType('kernel.GuessingNoticed', {
  title: { zh: '疑似口令猜测', en: 'Guessing noticed' },
  body: z.strictObject({
    how: z.enum(['one-name', 'one-password-many-names']),
    account: id.nullable(),
    address: z.string().max(100).nullable(),
  }),
});
export const PasswordChanged = factType('kernel.PasswordChanged', {
  title: { zh: '更改口令', en: 'Password changed' },
  body: z.strictObject({ account: id, why: z.enum(['changed', 'reset', 'first', 'restored']), reset: id.optional() }),
});
export const ResetStarted = factType('kernel.ResetStarted', {
  title: { zh: '发起口令重置', en: 'Reset started' },
  body: z.strictObject({
    reset: id,
    account: id,
    purpose: z.enum(['first-password', 'reset']),
    expiresAt: z.iso.datetime(),
  }),
});
export const SecondFactorOffered = factType('kernel.SecondFactorOffered', {
  title: { zh: '开始绑定动态口令', en: 'Second factor offered' },
  body: z.strictObject({ account: id }),
});
export const SecondFactorEnrolled = factType('kernel.SecondFactorEnrolled', {
  title: { zh: '绑定动态口令', en: 'Second factor enrolled' },
  body: z.strictObject({ account: id, session: id }),
});
export const SecondFactorShown = factType('kernel.SecondFactorShown', {
  title: { zh: '通过双因素鉴别', en: 'Second factor shown' },
  body: z.strictObject({ account: id, session: id, by: z.enum(['code', 'recovery-code']) }),
});
export const SecondFactorTakenOff = factType('kernel.SecondFactorTakenOff', {
  title: { zh: '解除动态口令', en: 'Second factor taken off' },
  body: z.strictObject({ account: id, why: z.string().max(500) }),
});
export const SessionEnded = factType('kernel.SessionEnded', {
  title: { zh: '结束会话', en: 'Session ended' },
  body: z.strictObject({
    session: id,
    account: id,
    why: z.enum(['signed-out', 'ended-by-self', 'ended-by-officer', 'too-many-sessions']),
  }),
});
export const PostSwitched = factType('kernel.PostSwitched', {
  title: { zh: '切换岗位', en: 'Post switched' },
  body: z.strictObject({ session: id, post: id, title: z.string(), standInFor: id.nullable() }),
});
export const MachineKeyCreated = factType('kernel.MachineKeyCreated', {
  title: { zh: '生成接口密钥', en: 'Machine key created' },
  body: z.strictObject({ key: id, account: id, title: z.string(), scope: z.array(z.string()), validTo: z.iso.date() }),
});
export const MachineKeyRevoked = factType('kernel.MachineKeyRevoked', {
  title: { zh: '吊销接口密钥', en: 'Machine key revoked' },
  body: z.strictObject({ key: id, account: id }),
});
export const OidcLinked = factType('kernel.OidcLinked', {
  title: { zh: '关联统一身份', en: 'Identity of a provider linked' },
  body: z.strictObject({ account: id, issuer: z.string(), subject: z.string() }),
});
export const IdentityUnbound = factType('kernel.IdentityUnbound', {
  title: { zh: '解除统一身份关联', en: 'Identity of a provider unbound' },
  body: z.strictObject({ identity: id, account: id, issuer: z.string() }),
});
