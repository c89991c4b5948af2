import { calendarSaves, makeCalendar, myCalendar, revokeCalendar } from './agenda/calendar-verbs.ts';
import { facts } from './audit/facts.ts';
import { timeline } from './audit/timeline.ts';
import { collectSaves, collectVerbs } from './collect/park-message.ts';
import { parkedMessages } from './collect/parked-messages.ts';
import {
  identityJobs,
  identityReads,
  identityRefusals,
  identitySaves,
  identityVerbs,
  rightSaves,
} from './identity/identity.ts';
import { exchangeRefusals } from './exchange/file-refusals.ts';
import { exchangeReads } from './exchange/import-lists.ts';
import { exchangeSaves, exchangeVerbs } from './exchange/import-verbs.ts';
import { faultPhotoPoint } from './fault-reports/fault-photo-point.ts';
import { faultReads, faultSaves, faultVerbs } from './fault-reports/fault-room.ts';
import { faultRefusals } from './fault-reports/words.ts';
import { attachmentPoint } from './files/attachment-point.ts';
import { fileStoreRefusals } from './files/file-refusals.ts';
import { fileSaves, fileVerbs } from './files/file-verbs.ts';
import { forgetOldRequests, forgetRequests } from './jobs/forget-requests.ts';
import { verification } from './house/record-reads.ts';
import { verificationSaves, verifyRecord } from './house/verify-record.ts';
import { confirmLocalStandard } from './local-standards/confirm-local-standard.ts';
import { localStandardSaves } from './local-standards/local-standard-store.ts';
import { proposeLocalStandard } from './local-standards/propose-local-standard.ts';
import { withdrawLocalStandard } from './local-standards/withdraw-local-standard.ts';
import { noticeJobs, noticeReads, noticeRefusals, noticeSaves, noticeVerbs } from './messages/messages.ts';
import { appoint } from './organisation/appoint.ts';
import { createPost } from './organisation/create-post.ts';
import { endAppointment } from './organisation/end-appointment.ts';
import { foundUnit } from './organisation/found-unit.ts';
import { mergeUnits } from './organisation/merge-units.ts';
import { moveUnit } from './organisation/move-unit.ts';
import { nameStandIn } from './organisation/name-stand-in.ts';
import { endStandIn, myStandIns } from './organisation/end-stand-in.ts';
import { names } from './organisation/names.ts';
import { persons, posts, units } from './organisation/organisation-lists.ts';
import { organisationSaves } from './organisation/organisation-saves.ts';
import { registerPerson } from './organisation/register-person.ts';
import { splitUnit } from './organisation/split-unit.ts';
import { personalJobs, personalReads, personalRefusals, personalSaves, personalVerbs } from './personal/personal.ts';
import { keepPreference, preferences } from './preferences/keep-preference.ts';
import { removeSharedView, sharedViews, shareView, viewRefusals, viewSaves } from './preferences/shared-views.ts';
import { remind, remindJob, reminderSaves } from './reminders/remind.ts';
import { room } from './room.ts';
import { commentFilePoint } from './talk/comment-file-point.ts';
import { commentSaves, editComment, strikeComment, talkRefusals, writeCommentBy } from './talk/comment-verbs.ts';
import { deskSaves, keepServiceDesk } from './service-desk/keep-service-desk.ts';
import { myMessages, myTasks } from './tasks/task-lists.ts';
import { timeOutCase, timeOutCases } from './tasks/time-out-case.ts';
import { taskSaves } from './tasks/task-saves.ts';
import { kernelRefusals } from './kernel-refusals.ts';

/** The kernel is a room too: organisation, identity, rights, tasks, the Record. It knows no vehicle and no meter. */
export const kernelRoom = room(import.meta.dirname, {
  name: 'kernel',
  title: { zh: '平台', en: 'Platform' },
  verbs: [
    foundUnit,
    moveUnit,
    mergeUnits,
    splitUnit,
    registerPerson,
    createPost,
    appoint,
    endAppointment,
    nameStandIn,
    endStandIn,
    keepPreference,
    shareView,
    removeSharedView,
    forgetOldRequests,
    verifyRecord,
    timeOutCase,
    proposeLocalStandard,
    confirmLocalStandard,
    withdrawLocalStandard,
    ...identityVerbs,
    ...exchangeVerbs,
    ...fileVerbs,
    ...collectVerbs,
    ...noticeVerbs,
    remind,
    ...personalVerbs,
    ...faultVerbs,
    makeCalendar,
    revokeCalendar,
    // Whom it sees is known once the house is assembled.
    writeCommentBy(async () => undefined),
    editComment,
    strikeComment,
    keepServiceDesk,
  ],
  reads: [
    units,
    persons,
    posts,
    names,
    myTasks,
    myMessages,
    facts,
    timeline,
    verification,
    preferences,
    sharedViews,
    ...exchangeReads,
    parkedMessages,
    ...identityReads,
    ...noticeReads,
    myStandIns,
    ...personalReads,
    ...faultReads,
    myCalendar,
  ],
  saves: [
    ...organisationSaves,
    ...taskSaves,
    ...verificationSaves,
    ...localStandardSaves,
    ...identitySaves,
    ...rightSaves,
    ...exchangeSaves,
    ...fileSaves,
    ...collectSaves,
    ...noticeSaves,
    ...reminderSaves,
    ...personalSaves,
    ...faultSaves,
    ...calendarSaves,
    ...commentSaves,
    ...deskSaves,
    ...viewSaves,
  ],
  uploads: [attachmentPoint, commentFilePoint, faultPhotoPoint],
  jobs: [forgetRequests, timeOutCases, ...identityJobs, ...noticeJobs, remindJob, ...personalJobs],
  refusals: {
    ...kernelRefusals,
    ...identityRefusals,
    ...exchangeRefusals,
    ...fileStoreRefusals,
    ...noticeRefusals,
    ...personalRefusals,
    ...faultRefusals,
    ...talkRefusals,
    ...viewRefusals,
  },
});
