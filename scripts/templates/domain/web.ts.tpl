import { webRoom } from '@opengoa/web-kit/room';
import { factWords } from './words.zh.ts';

export default webRoom({
  name: '{{room}}',
  title: { zh: '{{zh}}', en: '{{en}}' },
  icon: 'box',
  pages: [
    {
      path: '/{{room}}',
      title: { zh: '{{zh}}', en: '{{en}}' },
      needs: '{{room}}.{{nouns}}',
      nav: true,
      load: () => import('./{{nouns}}/screens/{{noun}}-list.tsx'),
    },
  ],
  acts: {
    '{{room}}.register-{{noun}}': {
      title: { zh: '登记', en: 'Register' },
      tone: 'primary',
      starts: '{{room}}.{{nouns}}',
      fields: [
        { name: 'unit', title: { zh: '单位', en: 'Unit' }, kind: 'unit' },
        { name: 'name', title: { zh: '名称', en: 'Name' }, kind: 'text', maxLength: 100 },
        { name: 'note', title: { zh: '备注', en: 'Note' }, kind: 'long-text', required: false, maxLength: 500 },
      ],
    },
  },
  facts: factWords,
});
