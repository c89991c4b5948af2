import type { Words } from '../words.ts';

/** Wording of what identity and rights refuse. Failures to prove oneself share one sentence (SEC-ID-09). */
export const identityRefusals: Readonly<Record<string, Words>> = {
  'sign-in-failed': {
    zh: '账号或口令不正确，或账号暂时不可用。多次失败后账号会锁定一段时间；如有疑问请联系系统管理员。',
    en: 'The name or password is not right, or the account cannot be used now. Repeated failures lock it for a while; ask the system administrator.',
  },
  'too-many-tries': {
    zh: '尝试次数过多，请 {retryAfter} 秒后再试。',
    en: 'Too many tries; come back in {retryAfter} seconds.',
  },
  'code-wrong': {
    zh: '动态口令不正确或已用过，请等待下一个再试。',
    en: 'The code is wrong or was used already; wait for the next one.',
  },
  'second-factor-first': { zh: '请先完成动态口令验证。', en: 'Show the second factor first.' },
  'no-second-factor': { zh: '该账号没有绑定动态口令。', en: 'The account has no second factor.' },
  'not-ones-own-factor': {
    zh: '不能解除自己的动态口令，请由另一位安全管理员办理。',
    en: 'Nobody takes off their own second factor; ask another security administrator.',
  },
  'password-not-fitting': {
    zh: '新口令不符合要求：长度不少于 {lengthMin} 个字符，至少包含 {classesMin} 类字符（大写、小写、数字、其他），不得为常见口令，不得包含本人或单位名称，不得与最近 {historyCount} 次相同。',
    en: 'The new password does not fit: at least {lengthMin} characters of {classesMin} classes, not a common one, not your name or unit, not one of your last {historyCount}.',
  },
  'reset-failed': {
    zh: '账号或一次性代码不正确，或代码已过期、已使用。请联系系统管理员重新发起。',
    en: 'The name or the one-time code is not right, or the code is old or used. Ask the system administrator for another.',
  },
  'claim-failed': {
    zh: '首次启用代码不正确、已使用或已过期。重新启动程序可得到新代码。',
    en: 'The first code is wrong, used or old. Starting the program again prints a new one.',
  },
  'post-not-yours': {
    zh: '您目前不任该岗位，也未代理该岗位。',
    en: 'You neither hold that post now nor stand in for it.',
  },
  'provider-unknown': { zh: '没有配置这个统一身份提供方。', en: 'No such provider is configured.' },
  'provider-unreachable': {
    zh: '统一身份提供方暂时无法连接，请改用账号口令或稍后再试。',
    en: 'The provider cannot be reached; use your password or try later.',
  },
  'name-not-fitting': {
    zh: '账号名须为 2 至 64 个字符，由文字、数字和 . _ - @ 组成。',
    en: 'A name has 2 to 64 characters: letters, digits and . _ - @.',
  },
  'name-taken': {
    zh: '该账号名已被使用（不区分大小写和全半角）。',
    en: 'The name is taken (case and width do not count).',
  },
  'person-has-account': {
    zh: '此人已有账号；一人一号，不得共用或另开。',
    en: 'The person has an account already: one person, one account.',
  },
  'person-missing': {
    zh: '人员账号须指定人员；接口和设备账号不得指定人员。',
    en: 'A person’s account names the person; a machine’s does not.',
  },
  'account-unknown': { zh: '没有这个账号。', en: 'There is no such account.' },
  'account-in-use': {
    zh: '该账号已经使用过，须由本人登录后在“我的登录”里关联。',
    en: 'The account is in use: its owner binds it under My sessions, signed in.',
  },
  'identity-taken': {
    zh: '这个身份已关联到另一个账号。',
    en: 'That identity is bound to another account.',
  },
  'account-disabled': { zh: '账号已停用。', en: 'The account is disabled.' },
  'account-not-disabled': { zh: '账号没有停用。', en: 'The account is not disabled.' },
  'not-ones-own-account': { zh: '不能停用自己的账号。', en: 'Nobody disables their own account.' },
  'not-ones-own-reset': {
    zh: '不能为自己发起重置，请直接更改口令。',
    en: 'Nobody starts their own reset; change the password instead.',
  },
  'not-a-persons-account': { zh: '只有人员账号有口令。', en: 'Only people’s accounts have passwords.' },
  'not-a-machines-account': {
    zh: '接口密钥只发给系统接口或设备账号。',
    en: 'Keys are for accounts of machines and devices.',
  },
  'key-too-long-lived': {
    zh: '密钥的失效日须在今天之后、{last} 之前（最长 {days} 天）。',
    en: 'A key ends after today and by {last} (at most {days} days).',
  },
  'key-already-revoked': { zh: '密钥已吊销。', en: 'The key is revoked already.' },
  'session-already-ended': { zh: '该会话已结束。', en: 'The session has ended already.' },
  'role-unknown': { zh: '没有「{role}」这项权限。', en: 'There is no role “{role}”.' },
  'right-for-one': { zh: '授权须且只能给一个岗位或一个账号。', en: 'A right is for exactly one post or one account.' },
  'right-already-confirmed': { zh: '该授权已经生效。', en: 'The right is in force already.' },
  'right-ended': { zh: '该授权已经收回。', en: 'The right has ended already.' },
  'second-person-needed': {
    zh: '授权须由提出人以外的另一位安全管理员确认。',
    en: 'A right is confirmed by another security administrator than the one who proposed it.',
  },
  'not-for-oneself': { zh: '不能为自己授权。', en: 'Nobody gives a right to themself.' },
  'officers-by-security': {
    zh: '三员岗位的授权只能由安全管理员提出。',
    en: 'The three offices are proposed by the security administrator alone.',
  },
  'officers-are-people': {
    zh: '三员只能由人员担任，不能授予接口、设备或后台任务。',
    en: 'The three offices are held by people, never by machines.',
  },
  'officers-apart': {
    zh: '系统、安全、审计三员相互独立，也不得兼任业务岗位：同一人不能同时持有。',
    en: 'The three officers are apart: nobody holds two of these offices, or one beside a business role.',
  },
  'officers-already-appointed': {
    zh: '三员已经配备；此后授权由安全管理员提出并由第二人确认。',
    en: 'The officers are appointed; rights now need the security administrator and a second person.',
  },
};

/** Wording of what may be wrong with a new password, by the words in `faults`. */
export const passwordFaultWords: Readonly<Record<string, Words>> = {
  'password-too-short': { zh: '太短', en: 'Too short' },
  'password-too-long': { zh: '太长（最多 256 个字符）', en: 'Too long (256 characters at most)' },
  'password-not-text': { zh: '含有无法保存的字符', en: 'Holds characters that cannot be kept' },
  'password-too-simple': { zh: '字符种类不足', en: 'Too few kinds of characters' },
  'password-too-common': { zh: '是常见口令或其变形', en: 'A common password, or close to one' },
  'password-names-unit': { zh: '以单位名称、拼音或简称为主', en: 'Little else than the unit’s name' },
  'password-names-self': { zh: '以本人姓名、账号或号码为主', en: 'Little else than your own name or number' },
  'password-used-before': { zh: '与最近用过的口令相同', en: 'Used before' },
};
