/** IS-04: what a plan of an information system says, without whose plan it is, its numbers and what stands in every plan. */
import { inFirstForm, type ProjectWords } from './project-words.ts';

export interface Passage {
  /** As written. */
  readonly written: string;
  /** As compared. */
  readonly meant: string;
}

export interface ProjectText {
  readonly title: Passage;
  readonly passages: readonly Passage[];
}

const breaks = /[\s,.;:!?，。；：！？、（）()【】[\]“”"'‘’《》<>|/\\]+/u;
const places = /^(?:[\p{Script=Han}]{2,6}?(?:自治区|自治州|自治县|省|市|州|县|旗|镇|乡|(?<![园院城校社小办公])区))+/u;
const units = /^[\p{Script=Han}]{2,12}?(?:人民政府|委员会|办公室|办事处|事务中心|局|厅)(?=.{4,})/u;
const numbers =
  /(?:第?[一二三四五六七八九十百千两]+(?:期|批次?|年|个|项|套|台|处|家|辆|栋|人|万|亿|余)|\d+(?:\.\d+)?%?)(?:[年月日期批个项套台处家辆栋人次路]|余|万|亿|元|平方米|公里|千瓦时)*/gu;

/** Whose plan it is, as its title says: region and unit, which must not make plans alike or unlike. */
function owners(title: string): string[] {
  const place = places.exec(title)?.[0] ?? '';
  const unit = units.exec(title.slice(place.length))?.[0] ?? '';
  return [place + unit, place, unit].filter((each) => each.length > 1);
}

/** @param description may be empty */
export function projectText(title: string, description: string, words: ProjectWords): ProjectText {
  const [head, body] = [title.normalize('NFKC').toLowerCase(), description.normalize('NFKC').toLowerCase()];
  const names = owners(head);
  const meant = (written: string): string => {
    const nameless = names.reduce((text, name) => text.replaceAll(name, ''), written);
    return inFirstForm(nameless.replaceAll(numbers, ''), words);
  };
  const passages = body
    .split(breaks)
    .filter((written) => written !== '' && !words.boilerplate.some((opening) => written.startsWith(opening)))
    .map((written) => ({ written, meant: meant(written) }))
    .filter((passage) => passage.meant !== '');
  return { title: { written: head.trim(), meant: meant(head.replaceAll(/\s+/gu, '')) }, passages };
}
