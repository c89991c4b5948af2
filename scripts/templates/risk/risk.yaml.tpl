# 待核实异常的判定：规则写在 risk.ts，文字写在这里，应发现与不应发现的例子写在 cases.yaml，方法写在 method.md。
version: 0.1.0
title: { zh: '{{zh}}', en: '{{en}}' }
question:
  zh: 本期数量是否超过登记的限额？
  en: Does the number of the period lie above the limit on file?
subject: unit
evidence-class: D
state: draft
impact: none
indicators: [XX-00]
article: { document: 本单位内部管理规定 }
remedy:
  zh: 核对登记和限额；属登记错误的更正后复算。
  en: Check the entry and the limit; a wrong entry is corrected and computed again.
check-hours: 0.5
prior: 0.05
known-false-alarms:
  typing-error: { zh: 数量录入错误, en: The number was mistyped }
# Each figure of the evidence that is no column: read as it stands in a record (native), or reckoned (derived), in words.
derived:
  count: { zh: 期内件数, en: how many in the period }
templates:
  over-limit:
    zh: 待核实异常：{name}本期{count}件，登记限额{limit}件。更正登记可消除。
    en: 'To be verified: {name} has {count} in the period, the limit on file is {limit}. A corrected entry clears it.'
  clear:
    zh: '{name}本期{count}件，限额{limit}件，未见异常。'
    en: '{name} has {count} in the period, limit {limit}: nothing out of the way.'
  no-limit:
    zh: '{name}没有登记限额，不作判断。'
    en: '{name} has no limit on file; nothing is said.'
settings:
  llr:
    {
      value: 2.94,
      range: [0, 4.6],
      unit: nat,
      why: 'Precision taken as one half until verdicts have measured it, with the prior of this kit; at most ln 100.',
    }
standards: {}
