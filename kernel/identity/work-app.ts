import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

/** Where the two platforms stand in the open net. A private installation (政务微信, 专有钉钉) names its own. */
const usual = {
  wecom: {
    api: 'https://qyapi.weixin.qq.com',
    directory: 'https://qyapi.weixin.qq.com',
    within: 'https://open.weixin.qq.com/connect/oauth2/authorize',
    beside: 'https://login.work.weixin.qq.com/wwlogin/sso/login',
  },
  dingtalk: {
    api: 'https://api.dingtalk.com',
    directory: 'https://oapi.dingtalk.com',
    within: 'https://login.dingtalk.com/oauth2/auth',
    beside: 'https://login.dingtalk.com/oauth2/auth',
  },
} as const;

/** An application of ours on a platform that people work in, as configured: `OPENGOA_WORK_APPS` holds a JSON list of these. */
export const WorkApp = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
    platform: z.enum(['wecom', 'dingtalk']),
    title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
    /** CorpID there. */
    corp: z.string().regex(/^[\w-]{1,64}$/),
    /** AgentId at WeCom, AppKey at DingTalk. */
    app: z.string().regex(/^[\w-]{1,64}$/),
    secret: z.string().min(1).max(200),
    /** Our page that the platform sends the browser back to: `<site>/sign-in/<id>`. */
    redirectUri: z.url({ protocol: /^https?$/ }),
    /** Addresses of a private installation: of its interface, its directory, and of its sign-in pages inside the app and in a browser. */
    addresses: z
      .strictObject({ api: address, directory: address, within: address, beside: address })
      .partial()
      .default({}),
    /** Networks of the inner net in which these addresses may lie. */
    inside: z.array(z.string().max(50)).max(20).default([]),
  })
  .refine(({ id, redirectUri }) => new URL(redirectUri).pathname === `/sign-in/${id}`, {
    message: 'redirectUri has to end with /sign-in/<id>',
    path: ['redirectUri'],
  })
  .transform(({ addresses, title, ...app }) => ({
    ...app,
    title: title ?? platformTitles[app.platform],
    addresses: { ...usual[app.platform], ...addresses } as Record<keyof typeof usual.wecom, string>,
  }));
export type WorkApp = z.infer<typeof WorkApp>;
export type WorkPlatform = WorkApp['platform'];

const platformTitles = {
  wecom: { zh: '企业微信登录', en: 'Sign in with WeCom' },
  dingtalk: { zh: '钉钉登录', en: 'Sign in with DingTalk' },
};

/** Applications of the environment. @throws ZodError, SyntaxError: an unusable configuration stops the start (REL-29) */
export const workApps = (text: string | undefined): WorkApp[] =>
  text ? z.array(WorkApp).max(20).parse(JSON.parse(text)) : [];

/** Who vouches: one corporation on one installation of the platform. Written where an account is bound, so it never changes its form. */
export const issuerOf = ({ platform, corp, addresses }: WorkApp): string =>
  `${platform}://${new URL(addresses.directory).host}/${corp}`;

/** The user id as it is kept. WeCom takes `ZhangSan` and `zhangsan` for one person. */
export const subjectAt = (issuer: string, subject: string): string =>
  issuer.startsWith('wecom:') ? subject.toLowerCase() : subject;
