import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import { officeHelp } from './help-of-office.ts';

/** What a page is for, and how it is used: two or three sentences, by its path. */
export const pageHelp: Readonly<Record<string, readonly Words[]>> = {
  ...officeHelp,
  '/': [
    pair(
      '要您办的都在“待办”里，逾期的在最前面。右侧是办件全貌，不用离开就能决定。',
      'What waits for you stands under Waiting, the overdue first. The whole case is on the right: decide without leaving.',
    ),
    pair(
      '办完一件，下一件自动出现。手机上一屏一件，左右滑动换一件。',
      'When one is decided, the next comes. On a phone it is one case a screen; swipe for the next.',
    ),
    pair(
      '外出时可在“机构与人员”指定代理人，代理有截止日期。',
      'While you are away, name a stand-in under Organisation, with an end date.',
    ),
  ],
  '/faults': [
    pair(
      '先“受理”，报修人就能看到有人在办；办完写一句答复。',
      'Take it, and the reporter sees that somebody does; when done, answer in a sentence.',
    ),
    pair(
      '不归本单位的，请写明应找谁。报修人觉得没修好，可以在期限内再次打开。',
      'If it is not yours, say whose it is. The reporter may open it again within the days of the standard.',
    ),
    pair(
      '“开关扫码报修”对单位及其下级生效；登录人员扫码不受影响。',
      'It can be switched off for a unit and all below; whoever is signed in still scans.',
    ),
  ],
  '/labels': [
    pair(
      '先选要打印的，没有标签的先“制作”。标签纸用剩一半也行：填从第几格开始。',
      'Choose, make what has none, print. A half-used sheet will do: say at which place to begin.',
    ),
    pair(
      '标签被撕或丢失，选中它“停用”，再做新的；旧码立即失效。',
      'A lost label is revoked, and a new one made; the old code opens nothing.',
    ),
  ],
  '/scan': [
    pair(
      '扫标签、车牌或表号都行；扫码枪直接扫进输入框。找到发高音，没找到发低音并振动。',
      'Our label, a plate, a meter’s number; a hand scanner types into the field. A high tone for found, a low one for not.',
    ),
  ],
  '/organisation': [
    pair(
      '左侧是机构，右侧是岗位和人。搬迁、合并、拆分都按日期生效，历史不丢。',
      'Units on the left, posts and people on the right. Moves, merges and splits count from a day; history stays.',
    ),
    pair(
      '“登记服务电话”后，出错页面上会显示该找谁。',
      'Keep the service number of a unit: it stands on every page of error.',
    ),
  ],
  '/accounts': [
    pair(
      '开立账号不给权限；权限由安全管理员另行授予。',
      'An account brings no right: those are the security officer’s to give.',
    ),
  ],
  '/imports': [
    pair(
      '您导入过的文件：新增、变更、拒绝各多少行。点一行看被拒绝的行和原因，可以导出成表。',
      'Files you brought: rows new, changed, refused. A row opens what was refused and why, to be taken out as a sheet.',
    ),
    pair(
      '“撤销本批”把新增的行退回；之后又用到的行会保留并说明。',
      'Undo takes new rows out again; those used since then stay, and are named.',
    ),
  ],
  '/identities': [
    pair(
      '谁可以从统一身份、企业微信或钉钉直接登录。人员离岗、换号时在这里解除。',
      'Who signs in from a provider, WeCom or DingTalk. Unbind when they leave or change their account there.',
    ),
    pair(
      '新账号由系统管理员关联；用过的账号只能由本人在“我的登录”里关联。',
      'A new account is bound by the administrator; one in use only by its owner, under My sessions.',
    ),
  ],
  '/grants': [
    pair('授权由一人提出、另一人确认后生效，可以随时收回。', 'One proposes, another confirms; ended at any time.'),
  ],
};

/** For pages that are a ledger and say nothing more. */
export const ledgerHelp: readonly Words[] = [
  pair(
    '上方可以查询，条件显示为标签，“清除全部”一次去掉。',
    'Search above; conditions stand as chips, and Clear all takes them off.',
  ),
  pair(
    '“列”里选显示哪些列、疏密，都会记住；常用条件可以存为视图。',
    'Columns and density are kept; conditions you use often can be kept as a view.',
  ),
  pair('导出的就是现在筛选出的、您有权看的行。', 'Export takes just what is filtered, as far as you may see it.'),
];

/** What changed for those who use it, the newest first. */
export const changes: readonly { readonly day: string; readonly words: Words }[] = [
  {
    day: '2026-11-22',
    words: pair(
      '可以在企业微信、钉钉里直接打开，不用再输口令；先在“我的登录”关联一次。',
      'Opens inside WeCom and DingTalk without a password; bind it once under My sessions.',
    ),
  },
  {
    day: '2026-11-22',
    words: pair(
      '常用条件可以共享给本单位；导入有了记录，可以事后撤销；没有网络也能抄表。',
      'Views can be shared with the unit; imports have a history and an undo; meters are read without a network.',
    ),
  },
  {
    day: '2026-11-22',
    words: pair(
      '车辆和表计可以贴标签：任何人扫码即可报修，不需要账号；登录人员扫码直接打开。',
      'Labels on vehicles and meters: anybody may report a fault by scanning, without an account.',
    ),
  },
  {
    day: '2026-11-22',
    words: pair(
      '没有网络时，出车和返回先存在手机上，联网后自动发送。',
      'Without a network, departures and returns are kept on the phone and sent later.',
    ),
  },
  { day: '2026-11-22', words: pair('长辈版字号加大到 18 磅。', 'Large type is 18 points now.') },
  {
    day: '2026-11-22',
    words: pair(
      '每个页面都有“本页帮助”；出错时会显示该找谁、打什么电话。',
      'Every page has its help; errors say whom to call.',
    ),
  },
];
