import { part } from '@opengoa/kernel';
import { approveHomeApplication } from './approve-home-application.ts';
import { askForHome } from './ask-for-home.ts';
import { assignHome } from './assign-home.ts';
import { changeHome } from './change-home.ts';
import { declineHomeApplication } from './decline-home-application.ts';
import { freeHome } from './free-home.ts';
import { homeSheet } from './home-sheet.ts';
import { homeApplicationList, homeList, homeRentList, stayList } from './housing-lists.ts';
import { housingFigures, oneHome, oneHomeApplication } from './housing-reads.ts';
import { housingSaves } from './housing-store.ts';
import { moveIn } from './move-in.ts';
import { moveOut } from './move-out.ts';
import { recordHomeRent } from './record-home-rent.ts';
import { refuseHomeApplication } from './refuse-home-application.ts';
import { registerHome } from './register-home.ts';
import { homeRentReminder, stayServiceReminder, stayTermReminder } from './remind-stays.ts';
import { renewStay } from './renew-stay.ts';
import { setHomeState } from './set-home-state.ts';
import { homeRentsDue, oneStay } from './stay-reads.ts';
import { staySaves } from './stay-store.ts';
import { strikeHomeRent } from './strike-home-rent.ts';
import { withdrawHomeApplication } from './withdraw-home-application.ts';
import { housingRefusals } from './words.zh.ts';

/** 住房保障: homes that are kept for staff, applications, stays and their rent. */
export const housing = part({
  verbs: [
    registerHome,
    changeHome,
    setHomeState,
    askForHome,
    approveHomeApplication,
    refuseHomeApplication,
    withdrawHomeApplication,
    declineHomeApplication,
    assignHome,
    freeHome,
    moveIn,
    renewStay,
    moveOut,
    recordHomeRent,
    strikeHomeRent,
  ],
  reads: [
    homeList,
    homeApplicationList,
    stayList,
    homeRentList,
    oneHome,
    oneHomeApplication,
    oneStay,
    homeRentsDue,
    housingFigures,
  ],
  saves: [...housingSaves, ...staySaves],
  sheets: [homeSheet],
  reminders: [stayTermReminder, stayServiceReminder, homeRentReminder],
  refusals: housingRefusals,
});
