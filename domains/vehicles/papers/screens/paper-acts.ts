import { type Act, field } from '@opengoa/web-kit/room';

/** 票据照片, asked beside what they belong to. */
export const papersField = field('files', '票据、照片', 'Papers, photographs', 'files', {
  required: false,
  point: 'vehicles.paper',
});

export const paperActs: Readonly<Record<string, Act>> = {
  'vehicles.add-paper': {
    title: { zh: '补充票据照片', en: 'Add papers' },
    about: {
      zh: '同名文件作为新版本保存，原件不覆盖。',
      en: 'A file of the same name is kept as the next version; nothing is overwritten.',
    },
    input: ({ id }) => ({ id }),
    fields: [{ ...papersField, required: true }],
  },
};
