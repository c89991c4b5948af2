/** How well scores put the ones before the zeros. None of these depends on the share of ones, other than average precision. */

/** Area under the ROC curve: the chance that a one scores higher than a zero, ties counted half. Null where one kind is missing. */
export function rocAuc(scores: readonly number[], labels: readonly number[]): number | null {
  const order = [...scores.keys()].toSorted((a, b) => scores[a]! - scores[b]!);
  const ones = labels.reduce((sum, label) => sum + label, 0);
  const zeros = labels.length - ones;
  if (ones === 0 || zeros === 0) return null;
  let rankSum = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) rankSum += labels[order[i]!]! * rank;
    from = to;
  }
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * zeros);
}

/** Hits and misses of a yes-or-no answer. Balanced accuracy and Matthews' correlation flatter nobody where ones are many. */
export function answerQuality(flags: readonly boolean[], labels: readonly number[]) {
  const count = (flag: boolean, label: number) =>
    flags.reduce((sum, each, i) => sum + Number(each === flag && labels[i] === label), 0);
  const [hit, miss, falseAlarm, rest] = [count(true, 1), count(false, 1), count(true, 0), count(false, 0)];
  const recall = hit / (hit + miss);
  const specificity = rest / (rest + falseAlarm);
  const below = Math.sqrt((hit + falseAlarm) * (hit + miss) * (rest + falseAlarm) * (rest + miss));
  return {
    precision: hit + falseAlarm > 0 ? hit / (hit + falseAlarm) : null,
    recall,
    falseShare: 1 - specificity,
    balancedAccuracy: (recall + specificity) / 2,
    matthews: below > 0 ? (hit * rest - falseAlarm * miss) / below : 0,
  };
}
