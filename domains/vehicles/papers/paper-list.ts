import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { scanWords } from './words.zh.ts';

/** 票据与照片, by the thing they belong to: what a page shows beside it. Of one name the later ones are newer versions. */
export const papersList = list('vehicles.papers', {
  title: words('票据与照片', 'Papers'),
  view: 'vehicles_read.paper_v1',
  who: ['self', 'fleet-clerk', 'dispatcher', 'head', 'leader'],
  order: '-stored_at',
  columns: {
    name: { title: words('名称', 'Name'), kind: 'text', filter: true, always: true },
    media_type: { title: words('类型', 'Type'), kind: 'text', always: true },
    bytes: { title: words('大小', 'Size'), kind: 'integer', unitOfMeasure: 'B', always: true },
    sha256: { title: words('内容指纹', 'Content hash'), kind: 'text', always: true },
    scan: { title: words('查验', 'Scan'), kind: 'choice', choices: scanWords, filter: true, always: true },
    stored_at: { title: words('上传', 'Brought'), kind: 'instant', filter: true, sort: true },
    person_id: { title: words('上传人', 'By'), kind: 'person' },
    object_id: { title: words('所属', 'Of'), kind: 'id', filter: true, hidden: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
  },
});
