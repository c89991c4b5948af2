import { shanghaiParts } from '@opengoa/web-kit/formatters';

/** Today in Shanghai, as forms begin with it. `YYYY-MM-DD` */
export const today = (): string => shanghaiParts(Date.now())?.day ?? '';
