import { words, type Words } from '@opengoa/kernel/words';

/** What the page of rights is for. */
export default {
  '/assets/rights': [
    words(
      '一项资产归谁所有、配给谁用、由谁处置，分开登记，各有起始日、文号和事由。',
      'Who owns a thing, to whom it is given and who disposes of it: each apart, with its first day, paper and reason.',
    ),
    words(
      '在台账勾选资产登记；同一单位同一类的点“整类登记权利”，一次最多 500 项。',
      'Tick assets in the ledger, or register a whole class of a unit, at most 500 at once.',
    ),
    words(
      '没有登记的按台账单位对待，不补造记录；单位合并后注明承接单位，原登记不改。',
      'What is not registered is taken as the ledger has it; after a merger the heir is told, and no entry is changed.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
