import { list } from '@opengoa/kernel';
import { readers } from '../readers.ts';

export const {{nounsCamel}} = list('{{room}}.{{nouns}}', {
  title: { zh: '{{zh}}', en: '{{en}}' },
  view: '{{schema}}_read.{{noun_}}_v1',
  who: readers,
  order: 'name',
  search: 'search',
  columns: {
    name: { title: { zh: '名称', en: 'Name' }, kind: 'text', sort: true, filter: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    note: { title: { zh: '备注', en: 'Note' }, kind: 'text' },
  },
});
