import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import type { WebRoom } from '@opengoa/web-kit/room';

/** 通知渠道: how the officer's acts on them are offered. */
export const channelActs: NonNullable<WebRoom['acts']> = {
  'kernel.register-channel': {
    title: pair('登记渠道', 'Register a channel'),
    tone: 'primary',
    starts: 'kernel.channels',
    dialog: () => import('./register-channel.tsx'),
  },
  'kernel.change-channel': { title: pair('变更', 'Change'), dialog: () => import('./change-channel.tsx') },
  'kernel.test-channel': {
    title: pair('试发', 'Send a test'),
    input: (row) => ({ channel: row.id }),
    confirm: pair(
      '向该渠道发一条试发通知；按人发送的渠道发到您自己填写的地址。结果见“送达台账”。',
      'One message goes out; on a personal channel to your own address. See Deliveries for how it ended.',
    ),
  },
  'kernel.switch-channel': {
    title: pair('启用 / 停用', 'Open or close'),
    input: (row) => ({ channel: row.id, open: row['state'] !== 'open' }),
    fields: [{ name: 'why', title: pair('理由', 'Reason'), kind: 'text', maxLength: 300 }],
  },
  'kernel.retry-delivery': {
    title: pair('重新发送', 'Try again'),
    input: (row) => ({ delivery: row.id }),
    confirm: pair('确认原因已排除，再发一次。', 'The cause is gone; send it again.'),
  },
};

export const channelFacts: Readonly<Record<string, Words>> = {
  'notice-channel': pair('通知渠道', 'Notice channel'),
  'notice-delivery': pair('站外通知', 'Delivery'),
  'calendar-feed': pair('日历订阅', 'Calendar feed'),
  'kernel.ChannelRegistered': pair('登记通知渠道', 'Notice channel registered'),
  'kernel.ChannelChanged': pair('变更通知渠道', 'Notice channel changed'),
  'kernel.ChannelSwitched': pair('启停通知渠道', 'Notice channel switched'),
  'kernel.ChannelTested': pair('试发通知', 'Notice channel tested'),
  'kernel.DeliveryRetried': pair('重新发送通知', 'Delivery tried again'),
  'kernel.Reminded': pair('提醒', 'Reminded'),
  'kernel.ReminderCleared': pair('提醒已消除', 'Reminder cleared'),
  'kernel.CalendarMade': pair('生成日历订阅', 'Calendar feed made'),
  'kernel.CalendarRevoked': pair('撤销日历订阅', 'Calendar feed revoked'),
  'kernel.CommentWritten': pair('发表意见', 'Comment written'),
  'kernel.CommentEdited': pair('改写意见', 'Comment reworded'),
  'kernel.CommentStruck': pair('划去意见', 'Comment struck'),
  'kernel.StandInEnded': pair('结束代理', 'Stand-in ended'),
};
