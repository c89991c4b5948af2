import { webRoom } from '@opengoa/web-kit/room';
import { cards } from './cards/web-part.ts';
import { checks } from './checks/web-part.ts';
import { data } from './data/web-part.ts';
import { delivery } from './delivery/web-part.ts';
import { depreciation } from './depreciation/web-part.ts';
import { disposal } from './disposal/web-part.ts';
import { emergency } from './emergency/web-part.ts';
import { equipment } from './equipment/web-part.ts';
import { idle } from './idle/web-part.ts';
import { matches } from './matches/web-part.ts';
import { matching } from './matching/web-part.ts';
import { papers } from './papers/web-part.ts';
import { purchase } from './purchase/web-part.ts';
import { rights } from './rights/web-part.ts';
import { risks } from './risks/web-part.ts';
import { stocktake } from './stocktake/web-part.ts';
import { supplies } from './supplies/web-part.ts';
import { upkeep } from './upkeep/web-part.ts';
import { warehouse } from './warehouse/web-part.ts';

/** Each folder brings its own part; nothing of a folder is named here but its part. */
export default webRoom({
  name: 'assets',
  title: { zh: '国有资产', en: 'Assets' },
  icon: 'box',
  roles: { 'assets-clerk': { zh: '资产管理', en: 'Assets clerk' } },
  parts: [
    cards,
    data,
    papers,
    rights,
    depreciation,
    disposal,
    equipment,
    purchase,
    supplies,
    checks,
    stocktake,
    idle,
    upkeep,
    warehouse,
    matches,
    matching,
    delivery,
    emergency,
    risks,
  ],
});
