import { room } from '@opengoa/kernel';
import { cards } from './cards/part.ts';
import { checks } from './checks/part.ts';
import { data } from './data/part.ts';
import { delivery } from './delivery/part.ts';
import { depreciation } from './depreciation/part.ts';
import { disposal } from './disposal/part.ts';
import { emergency } from './emergency/part.ts';
import { equipment } from './equipment/part.ts';
import { idle } from './idle/part.ts';
import { matches } from './matches/part.ts';
import { matching } from './matching/part.ts';
import { papers } from './papers/part.ts';
import { purchase } from './purchase/part.ts';
import { rights } from './rights/part.ts';
import { risks } from './risks/part.ts';
import { risksOfStocktake } from './risks-of-stocktake/part.ts';
import { stocktake } from './stocktake/part.ts';
import { supplies } from './supplies/part.ts';
import { upkeep } from './upkeep/part.ts';
import { warehouse } from './warehouse/part.ts';
import { refusals } from './words.zh.ts';

/** Each folder brings its own part; nothing of a folder is named here but its part. */
export default room(import.meta.dirname, {
  name: 'assets',
  title: { zh: '国有资产', en: 'Assets' },
  roles: ['assets-clerk'],
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
    risksOfStocktake,
  ],
  refusals,
});
