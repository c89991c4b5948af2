/** Personal fields: kept sealed, shown masked, seen whole by an act of its own, cleared in time, erased by two. */
import { confirmErasure, proposeErasure } from './erase-person.ts';
import { keepPersonalValue } from './keep-personal-value.ts';
import { erasures, personalValues } from './personal-lists.ts';
import { personalSaves as saves } from './personal-store.ts';
import { clearOverdue, retentionSaves, runRetention } from './run-retention.ts';
import { showFullValue } from './show-full-value.ts';

export { personalRefusals } from './words.ts';

export const personalVerbs = [keepPersonalValue, showFullValue, proposeErasure, confirmErasure, clearOverdue];
export const personalReads = [personalValues, erasures];
export const personalSaves = [...saves, ...retentionSaves];
export const personalJobs = [runRetention];
