# A rule has a paper: put its title, number and article into `source`, say how sure we are of the words (confirmed, single-source or
# recalled), and take `kind` away. A value of our own keeps `kind: project-default` and says so.
title: { zh: '{{zh}}', en: '{{en}}' }
kind: project-default
unit: days
bound: at-most
range: [1, 365]
values:
  2000-01-01:
    source: { document: 项目默认值 }
    value: 30
examples:
  - { on: 2026-01-05, expect: 30 }
