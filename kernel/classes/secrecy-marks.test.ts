import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bearsMark, markedField, soundsSecret } from './secrecy-marks.ts';

describe('SEC-DC-02 marks of secrecy', () => {
  test.each(['机密★20年', '秘密★', '绝密 ★长期', '【机密】会议纪要', '（秘密级）通知', '机\u200b密★5年', '（绝密）'])(
    'SEC-DC-02 %s bears a mark',
    (text) => expect(bearsMark(text)).toBe(true),
  );

  test.each([
    '保守秘密',
    '商业秘密条款',
    '去省保密局开会',
    '机密性测试',
    '密码应用',
    '保守国家秘密法培训',
    '',
    '五星★酒店',
  ])('SEC-DC-02 %s bears none', (text) => {
    expect(bearsMark(text)).toBe(false);
    expect(soundsSecret(text)).toBe(false);
  });

  test.each(['送机密文件到市委', '涉密会议用车', '密级：内部'])(
    'SEC-DC-02 %s is warned of before it leaves',
    (text) => {
      expect(bearsMark(text)).toBe(false);
      expect(soundsSecret(text)).toBe(true);
    },
  );

  test('SEC-DC-02 it is found wherever it stands, and secrets of sign-in are not looked at', () => {
    expect(markedField({ a: 1, rows: [{}, { note: '秘密★1年' }] })).toBe('rows.1.note');
    expect(markedField({ password: '绝密★' }, ['password'])).toBeUndefined();
  });

  test('SEC-IN-08 any text is judged at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('密', '机', '绝', '秘', ' ', '★', '（', '）', '级', 'a'), { maxLength: 5_000 }),
        (parts) => {
          const began = performance.now();
          soundsSecret(parts.join(''));
          expect(performance.now() - began).toBeLessThan(50);
        },
      ),
      { numRuns: 50 },
    );
  });
});
