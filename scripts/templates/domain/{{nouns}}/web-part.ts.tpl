import { webPart } from '@opengoa/web-kit/room';
import { factWords } from './words.zh.ts';

/** What this folder brings to the pages. */
export const {{nounsCamel}} = webPart({
  pages: [
    {
      path: '/{{room}}',
      title: { zh: '{{zh}}', en: '{{en}}' },
      needs: '{{room}}.{{nouns}}',
      nav: true,
      load: () => import('./screens/{{noun}}-list.tsx'),
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
  help: () => import('./help.ts'),
});
