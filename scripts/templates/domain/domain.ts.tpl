import { room } from '@opengoa/kernel';
import { {{nounsCamel}} } from './{{nouns}}/{{noun}}-lists.ts';
import { {{nounCamel}}Saves } from './{{nouns}}/{{noun}}-store.ts';
import { register{{Noun}} } from './{{nouns}}/register-{{noun}}.ts';
import { refusals } from './words.zh.ts';

export default room(import.meta.dirname, {
  name: '{{room}}',
  title: { zh: '{{zh}}', en: '{{en}}' },
  verbs: [register{{Noun}}],
  reads: [{{nounsCamel}}],
  saves: [...{{nounCamel}}Saves],
  refusals,
});
