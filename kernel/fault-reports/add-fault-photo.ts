import { attachFiles } from '../files/file-store.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { AddFaultPhoto, FaultPhotoAdded } from './contract.ts';
import { limitOf, onReport, reportOf } from './fault-report.ts';

/** 报修照片: taken by the reporter, brought in by the public door. */
export const addFaultPhoto = verb('kernel.add-fault-photo', {
  title: { zh: '报修照片', en: 'Photo of a fault' },
  input: AddFaultPhoto,
  who: ['job'],
  internal: true,
  facts: [FaultPhotoAdded],
  refusals: ['too-many-photos'],
  ...onReport,
  decide({ report }, { file }, context) {
    const most = limitOf(context, 'photos', report.unit);
    if (report.photos >= most) return refuse('too-many-photos', { most });
    return [FaultPhotoAdded.of({ object: reportOf(report), unit: report.unit, body: { file } })];
  },
  also: (tx, { report }, { file }) => attachFiles(tx, reportOf(report), [file]),
});
