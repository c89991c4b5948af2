import type { Words } from '@opengoa/kernel/contract';
import { words } from '@opengoa/kernel/words';

/** What the page of drafts is for. */
const help: Readonly<Record<string, readonly Words[]>> = {
  '/space/what-if': [
    words(
      '改几个职级的面积上限，看按现在的座位有哪些房间会多出、多多少，以及搬入闲置房间或对调能解决多少。',
      'Change the caps of some ranks and see which rooms would be over, by how much, and what moves would settle.',
    ),
    words('只是推演，不保存为标准，也不会移动任何人。', 'A trial only: no standard is kept and nobody is moved.'),
  ],
};
export default help;
