/**
 * The list of common passwords (SEC-ID-03). It is built from its parts when first asked for: what people put first, what they put
 * after it, and the walks fingers take over a keyboard. Written for this project from common knowledge of such habits; no leaked list
 * was copied.
 */
const words = `
password passw0rd passwd pass admin administrator root superuser super guest user test tester testing demo default login welcome
letmein open sesame secret private changeme change master server system service support manager office oracle mysql postgres
database network internet computer windows linux apple android google huawei xiaomi tencent baidu alibaba taobao wechat weixin
iloveyou loveyou love lovely baby angel princess prince king queen lucky happy sunshine flower summer winter spring autumn
monday friday january march april june july august october december hello world hi baseball football basketball soccer tennis
dragon tiger monkey panda eagle shadow ninja batman superman spiderman pokemon starwars matrix hunter ranger killer
freedom forever whatever nothing something trustno1 money dollar gold silver diamond jordan michael jessica jennifer charlie
daniel thomas robert andrew joshua ashley amanda nicole jordan23 mustang ferrari porsche mercedes toyota honda
china beijing shanghai guangzhou shenzhen chongqing tianjin nanjing wuhan chengdu hangzhou xian suzhou zhongguo zhonghua
woaini woaini1314 wodemima mima mimashi nihao nimen laopo laogong baobei baobao qinai zuguo renmin fuwu weirenmin
gongchandang jiguan jigong jguan shiwu bangong bangongshi zhengfu xitong guanli guanliyuan yonghu ceshi moren chushi
caiwu renshi zhuren juzhang chuzhang kezhang lingdao mishu siji cheliang yongche nengyuan anquan baomi xinxi
zhang wang li zhao chen yang huang zhou wu xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han feng cao
zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei wangxiu zhangli lijun wangyong zhangjing lixia
liuyang zhaolei wangqiang zhangjie liqiang chenjie yangyang huangwei zhoujie wuwei xuwei sunwei zhouming zhangsan lisi wangwu
qwer qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc 1qaz2wsx 1q2w3e 1q2w3e4r
1q2w3e4r5t q1w2e3 q1w2e3r4 zaq12wsx zaq1xsw2 poiuy lkjhg mnbvc abc abcd abcde abcdef abcdefg a1b2c3 a1b2c3d4 aa aaa abcabc
qq qaz wsx edc asd zxc qwe xyz iop jkl
`;

const numbers = `
1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 01 007 11 111 1111 111111 22 222 33 333 55 555 66 666
6666 666666 77 777 88 888 8888 888888 99 999 123123 321 4321 54321 654321 520 521 1314 5201314 2020 2021 2022 2023 2024 2025 2026
2027
`;

const digitsOnly = `
000000 00000000 111111 11111111 1111111111 112233 11223344 121212 123123 123123123 123321 1234 12345 123456 1234567 12345678
123456789 1234567890 0123456789 0987654321 123654 123789 131313 131420 1314520 1314521 147147 147258 147258369 159357 159753
159951 168168 1qaz 222222 232323 246810 258258 321321 333333 369369 456456 456789 520520 5201314 520131 521521 555555 654321
666666 666888 696969 741852 741852963 753951 777777 789456 789456123 7758258 7758521 852456 87654321 888666 88888888 963852741
987654 98765432 987654321 999999 99999999
`;

const split = (text: string) => text.trim().split(/\s+/);
const endings = ['!', '@', '#', '.', '!@#', '@#$', '!!', '***'];

const letterFor: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  0: 'o',
  3: 'e',
  $: 's',
  5: 's',
  7: 't',
  '!': 'i',
  '|': 'l',
};

/** `@dmin` and `p4$$w0rd` as the words they stand for. A 1 stands for an l or an i, so there are two readings. */
export const plainReadings = (text: string): readonly string[] => {
  const read = text.toLowerCase().replaceAll(/[@403$57!|]/g, (sign) => letterFor[sign] ?? sign);
  return [read.replaceAll('1', 'l'), read.replaceAll('1', 'i')];
};

interface Lists {
  readonly passwords: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}
let lists: Lists | undefined;

function build(): Lists {
  const passwords = new Set(split(digitsOnly));
  const starts = split(words);
  const tails = split(numbers);
  for (const word of starts) {
    passwords.add(word);
    passwords.add(word + word);
    for (const tail of tails) {
      passwords.add(word + tail);
      passwords.add(`${word}@${tail}`);
      passwords.add(`${word}_${tail}`);
      passwords.add(tail + word);
    }
    for (const end of endings)
      for (const tail of ['', '1', '123', '1234', '2024', '2025', '2026']) passwords.add(word + tail + end);
  }
  for (const row of [
    '1234567890-=',
    'qwertyuiop[]',
    "asdfghjkl;'",
    'zxcvbnm,./',
    '!@#$%^&*()_+',
    'abcdefghijklmnopqrstuvwxyz',
  ]) {
    for (const keys of [row, [...row].toReversed().join('')]) {
      for (let from = 0; from < keys.length; from += 1) {
        for (let to = from + 4; to <= keys.length; to += 1) passwords.add(keys.slice(from, to));
      }
    }
  }
  return {
    passwords,
    words: new Set([...starts, ...starts.flatMap(plainReadings)].filter((word) => word.length >= 4)),
  };
}

/** All entries, lower case. */
export const commonPasswords = (): ReadonlySet<string> => (lists ??= build()).passwords;
/** The words of four letters and more that stand in the entries. */
export const commonWords = (): ReadonlySet<string> => (lists ??= build()).words;
