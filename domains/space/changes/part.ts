import { part } from '@opengoa/kernel';
import { followMergers, followMergersJob } from './follow-mergers.ts';
import { followSaves } from './follow-store.ts';
import { followSuccession } from './follow-succession.ts';
import { followSplits, waitingReminder } from './remind-waiting.ts';
import { waitingRooms } from './waiting-list.ts';
import { changeRefusals } from './words.zh.ts';

/** 机构变动: premises follow the unit that succeeds; after a split they wait until somebody says whose they become. */
export const changes = part({
  verbs: [followSuccession],
  reads: [waitingRooms],
  saves: followSaves,
  jobs: [followMergersJob],
  followers: [followMergers, followSplits],
  reminders: [waitingReminder],
  refusals: changeRefusals,
});
