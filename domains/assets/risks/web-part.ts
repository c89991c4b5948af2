import { webPart } from '@opengoa/web-kit/room';
import { buyingRuleWords } from './rule-words.ts';

export const risks = webPart({ codes: buyingRuleWords });
