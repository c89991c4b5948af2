import { z } from 'zod';
import { factType } from '../fact-type.ts';

/** Faults that people report of a thing that bears a label: inputs and facts. */

const id = z.uuid();
const text = (longest: number) => z.string().trim().min(1).max(longest);

/** What a reporter says: one tap, and words if they like. */
export const Said = z.strictObject({
  /** One of the kind's own faults, or `other`. */
  what: text(60),
  words: z.string().trim().max(500).default(''),
});

export const ReportFault = Said.extend({
  /** Of the label that was scanned. */
  token: z.string().length(22),
  /** SHA-256 of the tracking number, hex. The number itself is only the reporter's. */
  tracking: z.string().regex(/^[0-9a-f]{64}$/),
  reporter: id.nullable(),
});

export const FaultReported = factType('kernel.FaultReported', {
  title: { zh: '扫码报修', en: 'Fault reported' },
  body: z.strictObject({
    number: z.string().max(40),
    label: id,
    kind: z.string().max(100),
    thingId: id,
    thing: z.string().max(200),
    what: z.string().max(60),
    words: z.string().max(500),
    said: z.string().max(600),
    tracking: z.string().length(64),
    reporter: id.nullable(),
    due: z.iso.datetime(),
  }),
});

export const TakeFaultReport = z.strictObject({ report: id });
export const FaultReportTaken = factType('kernel.FaultReportTaken', {
  title: { zh: '受理报修', en: 'Fault report taken' },
  body: z.strictObject({}),
});

export const HandleFaultReport = z.strictObject({ report: id, answer: text(500) });
export const FaultReportHandled = factType('kernel.FaultReportHandled', {
  title: { zh: '报修已处理', en: 'Fault handled' },
  body: z.strictObject({ answer: z.string() }),
});

/** Who says "not ours" names whose it is. */
export const DisownFaultReport = z.strictObject({ report: id, whose: text(200), answer: text(500) });
export const FaultReportDisowned = factType('kernel.FaultReportDisowned', {
  title: { zh: '不归本单位', en: 'Fault not ours' },
  body: z.strictObject({ whose: z.string(), answer: z.string() }),
});

export const ConfirmFaultFixed = z.strictObject({ report: id });
export const FaultFixConfirmed = factType('kernel.FaultFixConfirmed', {
  title: { zh: '确认修好', en: 'Fix confirmed' },
  body: z.strictObject({}),
});

export const ReopenFaultReport = z.strictObject({ report: id, why: z.string().trim().max(500).default('') });
export const FaultReportReopened = factType('kernel.FaultReportReopened', {
  title: { zh: '再次报修', en: 'Fault report reopened' },
  body: z.strictObject({ words: z.string(), due: z.iso.datetime() }),
});

export const AddFaultPhoto = z.strictObject({ report: id, file: id });
export const FaultPhotoAdded = factType('kernel.FaultPhotoAdded', {
  title: { zh: '报修照片', en: 'Photo of a fault' },
  body: z.strictObject({ file: id }),
});

/** A room began something because of a report: a repair order, a check of a meter. */
export const FaultReportFollowed = factType('kernel.FaultReportFollowed', {
  title: { zh: '由报修开始办理', en: 'Begun because of a fault report' },
  body: z.strictObject({ kind: z.string().max(100), thing: id, title: text(200), opens: z.string().max(300) }),
});

export const SwitchFaultReports = z.strictObject({ unit: id, open: z.boolean(), why: text(300) });
export const FaultReportsSwitched = factType('kernel.FaultReportsSwitched', {
  title: { zh: '开关扫码报修', en: 'Reports by scanning switched' },
  body: z.strictObject({ open: z.boolean(), why: z.string() }),
});
