import type { Words } from '@opengoa/kernel/contract';

const pair = (zh: string, en: string): Words => ({ zh, en });

/** Words of the sign-in pages. */
export const signInWords = {
  secrecy: pair('本系统不得存储、处理、传输国家秘密。', 'This system must not hold, process or pass on state secrets.'),
  product: pair('机关事务协同数智平台', 'Back office of government offices'),
  title: pair('登录', 'Sign in'),
  name: pair('账号', 'Name'),
  password: pair('口令', 'Password'),
  enter: pair('登录', 'Sign in'),
  oidc: pair('用统一身份登录', 'Sign in with the shared identity'),
  oidcComing: pair('正在核对统一身份…', 'Checking with the provider …'),
  oidcUnknown: pair(
    '没有登录成功：这个统一身份没有关联可用的账号，或这次登录已过期。请联系本单位的系统管理员，或改用账号口令。',
    'Not signed in: no usable account is linked to this identity, or the attempt took too long. Ask the system administrator, or use name and password.',
  ),
  notEnrolled: pair('还没有绑定动态口令', 'I have not set it up yet'),
  or: pair('或', 'or'),
  forgot: pair(
    '忘记口令？请联系本单位的安全管理员发起重置，然后用重置码设置新口令。',
    'Forgot it? Ask the security officer of your unit for a reset code.',
  ),
  haveCode: pair('我有重置码', 'I have a reset code'),
  backToSignIn: pair('返回登录', 'Back to sign-in'),
  demo: pair(
    '演示环境：账号和口令在启动时打印，也可用 npx opengoa demo accounts 查看。',
    'Demo: names and passwords are printed at start, or by npx opengoa demo accounts.',
  ),
  factorTitle: pair('动态口令', 'Second factor'),
  factorAbout: pair(
    '请输入验证器上的 6 位数字，或一个备用码。',
    'Enter the 6 digits of your authenticator, or a recovery code.',
  ),
  code: pair('动态口令', 'Code'),
  factorAgain: pair('请再输入动态口令', 'The code once more'),
  factorAgainAbout: pair(
    '此项操作要求刚刚输入过动态口令。输入验证器上的 6 位数字或一个备用码后，操作继续。',
    'This act asks for a code entered just now. Enter the 6 digits of your authenticator or a recovery code; the act then goes on.',
  ),
  confirm: pair('确定', 'OK'),
  enrolTitle: pair('绑定动态口令', 'Set up the second factor'),
  enrolAbout: pair(
    '您的岗位须用第二因素登录。用验证器扫描二维码，或手工输入密钥，再填入显示的 6 位数字。',
    'Your post needs a second factor. Scan the code with an authenticator, or type the key, then enter the 6 digits.',
  ),
  enrolStart: pair('显示二维码', 'Show the code'),
  enrolKey: pair('密钥', 'Key'),
  recovery: pair('备用码', 'Recovery codes'),
  recoveryAbout: pair(
    '每个只能用一次，请抄下并收好。离开本页后不再显示。',
    'Each works once. Write them down; they are not shown again.',
  ),
  recoveryKept: pair('已抄下，继续', 'I have written them down'),
  newTitle: pair('设置新口令', 'New password'),
  newAbout: pair('首次登录或重置后，请设置只有您自己知道的口令。', 'Set a password that only you know.'),
  current: pair('现在的口令', 'Present password'),
  next: pair('新口令', 'New password'),
  again: pair('再输入一次', 'Once more'),
  notSame: pair('两次输入的新口令不一致', 'The two new passwords differ'),
  resetTitle: pair('用重置码设置新口令', 'Set a password with a reset code'),
  resetCode: pair('重置码', 'Reset code'),
  resetDone: pair('新口令已设置，请登录。', 'The new password is set. Sign in.'),
  claimTitle: pair('设立第一位管理员', 'Claim the first administrator'),
  claimAbout: pair(
    '系统刚刚启用。一次性代码已打印在启动它的终端上，只能用一次。',
    'The system has just been set up. The one-time code was printed where it was started.',
  ),
  oneTimeCode: pair('一次性代码', 'One-time code'),
  unitName: pair('单位名称', 'Name of the unit'),
  level: pair('层级', 'Level'),
  personName: pair('姓名', 'Your name'),
  accountName: pair('账号', 'Account name'),
  claim: pair('启用系统', 'Begin'),
  signOut: pair('退出', 'Sign out'),
  cannotReach: pair('连不上系统', 'The system cannot be reached'),
  retry: pair('重试', 'Try again'),
  show: pair('显示口令', 'Show password'),
  hide: pair('隐藏口令', 'Hide password'),
  large: pair('长辈版', 'Large type'),
  dark: pair('深色', 'Dark'),
  required: pair('请填写', 'Fill in'),
} as const;

export const levels: Readonly<Record<string, Words>> = {
  nation: pair('中央', 'Nation'),
  province: pair('省', 'Province'),
  city: pair('市', 'City'),
  county: pair('县', 'County'),
  township: pair('乡镇', 'Township'),
};
