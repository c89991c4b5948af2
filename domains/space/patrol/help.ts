import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/space/patrols': [
    words(
      '办公用房管理员安排巡检；巡检人在手机上打开自己的巡检，随走随登记问题并拍照，走完点“完成巡检”。',
      'The space clerk plans a round; who walks opens it on the phone, reports what they find with photos, and finishes it.',
    ),
  ],
  '/space/defects': [
    words(
      '每个问题从发现、交办、整改到复核销号都在这里。整改完成要有照片，整改人不能复核本人的整改。',
      'Each defect from finding to closing. Putting right needs a photo, and whoever did it does not verify it.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
