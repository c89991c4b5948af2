import { webRoom } from '@opengoa/web-kit/room';
import { {{nounsCamel}} } from './{{nouns}}/web-part.ts';

/** Each folder brings its own part; nothing of a folder is named here but its part. */
export default webRoom({
  name: '{{room}}',
  title: { zh: '{{zh}}', en: '{{en}}' },
  icon: 'box',
  roles: { '{{room}}-clerk': { zh: '{{zh}}', en: '{{en}}' } },
  parts: [{{nounsCamel}}],
});
