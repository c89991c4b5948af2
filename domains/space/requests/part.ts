import { part } from '@opengoa/kernel';
import { allotToRequest } from './allot-to-request.ts';
import { approveRequest } from './approve-request.ts';
import { askForRooms } from './ask-for-rooms.ts';
import { chooseWay } from './choose-way.ts';
import { declineRequest } from './decline-request.ts';
import { oneLicence } from './licence-reads.ts';
import { licenceSaves } from './licence-store.ts';
import { orderVacating } from './order-vacating.ts';
import { refuseRequest } from './refuse-request.ts';
import { vacatingReminder } from './remind-vacating.ts';
import { licenceList, requestList, vacancyList } from './request-lists.ts';
import { oneRequest, requestBasis, requestCandidates } from './request-reads.ts';
import { requestSaves } from './request-store.ts';
import { reviseRequest } from './revise-request.ts';
import { ruleOutWay } from './rule-out-way.ts';
import { sendRequestBack } from './send-request-back.ts';
import { takeRoomsBack } from './take-rooms-back.ts';
import { withdrawRequest } from './withdraw-request.ts';
import { requestRefusals } from './words.zh.ts';

/** 用房申请、闲置房源和使用凭证. */
export const requests = part({
  verbs: [
    askForRooms,
    approveRequest,
    refuseRequest,
    sendRequestBack,
    withdrawRequest,
    reviseRequest,
    ruleOutWay,
    chooseWay,
    declineRequest,
    allotToRequest,
    orderVacating,
    takeRoomsBack,
  ],
  reads: [requestList, licenceList, vacancyList, requestBasis, oneRequest, requestCandidates, oneLicence],
  saves: [...requestSaves, ...licenceSaves],
  reminders: [vacatingReminder],
  refusals: requestRefusals,
});
