import { words as pair } from '@opengoa/kernel/words';

/** Of acts that wait for the network. */
export const keptWords = {
  title: pair('等待发送', 'Waiting to be sent'),
  about: pair(
    '没有网络时的办理先存在这台设备上，联网后按顺序发送，每件只办一次。',
    'What was done without a network is kept on this device and sent in its order when there is one, each once.',
  ),
  waiting: pair('{n} 件等待发送', '{n} waiting to be sent'),
  refused: pair('{n} 件未被接受', '{n} refused'),
  show: pair('查看', 'Show'),
  send: pair('现在发送', 'Send now'),
  drop: pair('知道了，重新办理', 'Understood; do it anew'),
} as const;
