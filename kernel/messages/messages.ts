/** The room of messages: the bell, channels that leave the house, and what a person chose. */
import { changeChannel } from './change-channel.ts';
import { confirmReceiver } from './confirm-receiver.ts';
import { chooseNotices, setReceiver } from './choose-notices.ts';
import { deliverNoticesJob, forgetDeliveriesJob } from './deliver-notices.ts';
import { markRead } from './mark-read.ts';
import { myNotices } from './my-notices.ts';
import { channels, deliveries } from './notice-lists.ts';
import { registerChannel } from './register-channel.ts';
import { retryDelivery } from './retry-delivery.ts';
import { spreadNotices, spreadNoticesJob } from './spread-notices.ts';
import { switchChannel } from './switch-channel.ts';
import { endDeliveries, forgetDeliveries, takeDeliveries } from './take-deliveries.ts';
import { testChannel } from './test-channel.ts';

export { noticeSaves } from './notice-saves.ts';
export { noticeRefusals } from './words.ts';

export const noticeVerbs = [
  markRead,
  registerChannel,
  changeChannel,
  switchChannel,
  testChannel,
  retryDelivery,
  chooseNotices,
  setReceiver,
  confirmReceiver,
  spreadNotices,
  takeDeliveries,
  endDeliveries,
  forgetDeliveries,
];

export const noticeReads = [channels, deliveries, myNotices];

export const noticeJobs = [spreadNoticesJob, deliverNoticesJob, forgetDeliveriesJob];
