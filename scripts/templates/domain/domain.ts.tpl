import { room } from '@opengoa/kernel';
import { {{nounsCamel}} } from './{{nouns}}/part.ts';

/** Each folder brings its own part; nothing of a folder is named here but its part. */
export default room(import.meta.dirname, {
  name: '{{room}}',
  title: { zh: '{{zh}}', en: '{{en}}' },
  roles: ['{{room}}-clerk'],
  parts: [{{nounsCamel}}],
});
