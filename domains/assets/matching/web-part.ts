import { webPart } from '@opengoa/web-kit/room';

export const matching = webPart({
  group: { zh: '公物仓', en: 'Warehouse' },
});
