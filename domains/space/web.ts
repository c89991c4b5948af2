import { webRoom } from '@opengoa/web-kit/room';
import { allocation } from './allocation/web-part.ts';
import { changes } from './changes/web-part.ts';
import { cost } from './cost/web-part.ts';
import { handBacks } from './hand-backs/web-part.ts';
import { housing } from './housing/web-part.ts';
import { leases } from './leases/web-part.ts';
import { ledger } from './ledger/web-part.ts';
import { patrol } from './patrol/web-part.ts';
import { plans } from './plans/web-part.ts';
import { property } from './property/web-part.ts';
import { quota } from './quota/web-part.ts';
import { renovation } from './renovation/web-part.ts';
import { reports } from './reports/web-part.ts';
import { requests } from './requests/web-part.ts';
import { rights } from './rights/web-part.ts';
import { risks } from './risks/web-part.ts';
import { risksOfUse } from './risks-of-use/web-part.ts';
import { seating } from './seating/web-part.ts';
import { tried } from './what-if/web-part.ts';

/** Each folder brings its own part; nothing of a folder is named here but its part. */
export default webRoom({
  name: 'space',
  title: { zh: '办公用房', en: 'Office space' },
  icon: 'building',
  roles: { 'space-clerk': { zh: '办公用房管理', en: 'Space clerk' } },
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
    risks,
    risksOfUse,
    changes,
  ],
});
