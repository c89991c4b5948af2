import { words } from '@opengoa/kernel/words';

export const refusals = {
  'name-taken': words('本单位已登记过“{name}”，请核对或换一个名称。', 'This unit has registered “{name}” already.'),
};

/** How facts read on timelines. */
export const factWords = {
  '{{room}}.{{Noun}}Registered': words('登记', 'Registered'),
};
