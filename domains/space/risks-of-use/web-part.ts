import { webPart } from '@opengoa/web-kit/room';
import { ruleWords } from './rule-words.ts';

export const risksOfUse = webPart({ codes: ruleWords });
