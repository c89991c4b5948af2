subject: { kind: unit, id: u-1, name: 临江市财政局 }
inputs: { limit: 10 }
must-be-found:
  - name: 十二件，限额十件
    reason: Two more than the limit on file.
    rule: over-limit
    value: 12
    inputs: { count: 12 }
    says: ['12件', '10件']
must-not-be-found:
  - name: 正好十件
    reason: The limit itself is allowed.
    status: clear
    rule: clear
    inputs: { count: 10 }
  - name: 没有限额
    reason: Nothing to compare with.
    status: insufficient_data
    rule: no-limit
    inputs: { count: 12, limit: null }
