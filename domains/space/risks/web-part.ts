import { webPart } from '@opengoa/web-kit/room';
import { ruleWords } from './rule-words.ts';

export const risks = webPart({ codes: ruleWords });
