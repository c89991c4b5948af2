import type { Outside } from '@opengoa/kernel/host';
import { callOutside, type Surroundings } from './call-outside.ts';
import { sendMail } from './send-mail.ts';

/** What leaves the house, as the program opens it. */
export const outside = (surroundings: Surroundings = {}): Outside => ({
  call: (call, limits) => callOutside(call, limits, surroundings),
  mail: (mail, limits) => sendMail(mail, limits, surroundings),
});
