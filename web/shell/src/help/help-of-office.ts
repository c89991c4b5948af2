import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

/** Help in place for one's own pages and those of the officers. */
export const officeHelp: Readonly<Record<string, readonly Words[]>> = {
  '/organisation/{id}': [
    pair(
      '这个机构的岗位和人。办理在右上角，都按日期生效。',
      'Posts and people of this unit. Acts are at the top and count from a day.',
    ),
  ],
  '/standards': [
    pair('程序里用到的每个界限：数值、文件、条款、从哪天起。', 'Every limit in use: value, paper, article, first day.'),
    pair(
      '本地标准由一人提出、另一人确认，只能比上级更严。',
      'A local value is proposed by one, confirmed by another, and only stricter.',
    ),
  ],
  '/sessions': [
    pair('正在登录的人和设备。结束后，该设备须重新登录。', 'Who is signed in from where. Ended ones sign in again.'),
  ],
  '/keys': [
    pair(
      '系统之间调用用的密钥，只显示一次；丢了就吊销，另生成一个。',
      'Keys between systems, shown once; a lost one is revoked and made anew.',
    ),
  ],
  '/parked-messages': [
    pair(
      '设备送来、没能收下的报文和原因。按原因改设备设置，由设备重报。',
      'Messages that could not be taken and why: mend the device, it sends again.',
    ),
  ],
  '/columns': [
    pair(
      '程序里每张表、每个字段是什么、属于哪一类、保存多久、谁负责。',
      'Every table and field: its class, how long it is kept, who answers for it.',
    ),
  ],
  '/personal-values': [
    pair(
      '电话、证件号平时只显示一部分。要看全，写明用途，会留下记录。',
      'Numbers are shown in part; the whole is shown for a reason, and recorded.',
    ),
  ],
  '/erasures': [
    pair(
      '人员离开且期满后可以删除其个人信息。一人提出，另一人确认，不能恢复。',
      'Personal data of who left is erased by two people, for good.',
    ),
  ],
  '/channels': [
    pair(
      '消息可以发到哪些邮箱、企业微信、钉钉或系统。变更须动态口令，先“试发”。',
      'Where notices may go. Changes ask for the second factor; test first.',
    ),
  ],
  '/deliveries': [
    pair(
      '每条站外通知送到没有。失败的自动重试；“未送达”的可以手动再发。',
      'Whether each notice arrived; failed ones are tried again, dead ones by hand.',
    ),
  ],
  '/audit/facts': [
    pair(
      '谁在什么时候做了什么，被拒绝的也在。点一行看全部字段。',
      'Who did what and when, refusals too. A row opens all its fields.',
    ),
    pair('“验证”重新核对封存，结果可以导出存档。', 'Verify derives every seal again; the result can be taken out.'),
  ],
  '/faults/{id}': [
    pair(
      '受理、处理、答复；转来的维修单可以互相打开。报修人能看到进度。',
      'Take, handle, answer; the repair order opens from here. The reporter sees how it stands.',
    ),
  ],
  '/messages': [
    pair(
      '发给您的消息。点一条打开那件事；看过的变淡。',
      'What you were told. One click opens the case; read ones fade.',
    ),
  ],
  '/me': [
    pair(
      '您在哪些设备上登录，不认识的立即“结束会话”并修改口令。',
      'Where you are signed in: end what you do not know and change the password.',
    ),
    pair(
      '自己的手机可以勾选“这是我自己的设备”，没有网络时也能看打开过的页面。',
      'Mark your own phone, and pages you opened are there without a network.',
    ),
  ],
  '/me/notices': [
    pair(
      '选哪类消息、发到哪里、什么时候不打扰。站内消息始终都有。',
      'Which notices go where, and when to be quiet. The ones inside always come.',
    ),
  ],
  '/me/leave': [
    pair('请假时指定代理人和起止日期；到期自动收回。', 'Name a stand-in with both dates; it ends by itself.'),
  ],
  '/help': [pair('按岗位的第一件事、键盘操作、最近的变化。', 'The first task of each role, keys, and what changed.')],
  '/import/{room}/{kind}': [
    pair(
      '先下载模板填写，再选文件。先核对、不写入；确认后才导入。',
      'Take the template, choose the file: it is checked first and written after you agree.',
    ),
    pair(
      '有问题的行会写明哪一格、为什么；改好只重导那几行。导错了到“导入记录”撤销。',
      'Bad rows name cell and reason; mend and resend those. Undo under History.',
    ),
  ],
};
