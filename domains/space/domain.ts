import { room } from '@opengoa/kernel';
import { allocation } from './allocation/part.ts';
import { changes } from './changes/part.ts';
import { cost } from './cost/part.ts';
import { handBacks } from './hand-backs/part.ts';
import { housing } from './housing/part.ts';
import { leases } from './leases/part.ts';
import { ledger } from './ledger/part.ts';
import { papers } from './papers/part.ts';
import { patrol } from './patrol/part.ts';
import { plans } from './plans/part.ts';
import { property } from './property/part.ts';
import { quota } from './quota/part.ts';
import { renovation } from './renovation/part.ts';
import { reports } from './reports/part.ts';
import { requests } from './requests/part.ts';
import { rights } from './rights/part.ts';
import { risks } from './risks/part.ts';
import { risksOfUse } from './risks-of-use/part.ts';
import { seating } from './seating/part.ts';
import { tried } from './what-if/part.ts';
import { refusals } from './words.zh.ts';

/** Each folder brings its own part; nothing of a folder is named here but its part. */
export default room(import.meta.dirname, {
  name: 'space',
  title: { zh: '办公用房', en: 'Office space' },
  roles: ['space-clerk'],
  parts: [
    ledger,
    rights,
    seating,
    plans,
    quota,
    requests,
    handBacks,
    reports,
    tried,
    allocation,
    leases,
    patrol,
    property,
    renovation,
    housing,
    cost,
    papers,
    risks,
    risksOfUse,
    changes,
  ],
  refusals,
});
