import { part } from '@opengoa/kernel';
import { {{nounsCamel}} as ledger } from './{{noun}}-lists.ts';
import { {{nounCamel}}Saves } from './{{noun}}-store.ts';
import { register{{Noun}} } from './register-{{noun}}.ts';
import { refusals } from './words.zh.ts';

/** What this folder brings to the room. */
export const {{nounsCamel}} = part({
  verbs: [register{{Noun}}],
  reads: [ledger],
  saves: [...{{nounCamel}}Saves],
  refusals,
});
