import type { Words } from './words.ts';

/** Wording of what the kernel itself refuses, and of refusals that any room may use without wording them again. */
export const kernelRefusals: Readonly<Record<string, Words>> = {
  'not-found': { zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  'not-signed-in': { zh: '请先登录。', en: 'Please sign in first.' },
  'not-your-right': {
    zh: '您的岗位没有这项权限。如工作需要，请联系安全管理员授权。',
    en: 'Your post does not carry this right. If your work needs it, ask the security administrator.',
  },
  'input-not-fitting': {
    zh: '填写的内容不符合要求，请按提示修改。',
    en: 'What was entered does not fit; see the fields named.',
  },
  'state-secret-mark': {
    zh: '内容带有国家秘密标志（{field}）。本系统不得存储、处理、传输国家秘密，请立即停止录入，并按保密规定处理原件。',
    en: 'The text bears a mark of state secrecy ({field}). This system must not hold, process or pass on state secrets: stop here and handle the original as the rules on secrecy say.',
  },
  'export-marked-text': {
    zh: '将导出的内容中有 {rows} 行含密级字样，请逐行核对是否涉密。确认不涉密后可继续导出，确认会记入操作记录。',
    en: '{rows} rows that would leave speak of secrecy: look at each. If none is a secret, go on; that you did is recorded.',
  },
  'request-id-missing': {
    zh: '请求缺少编号，请刷新页面后重试。',
    en: 'The request carries no id; reload the page and try again.',
  },
  'request-id-reused': {
    zh: '该请求编号已用于其他内容，请刷新页面后重试。',
    en: 'This request id was used for something else; reload the page and try again.',
  },
  'stale-version': {
    zh: '内容已被他人更新（现为第 {version} 版），请刷新后再改。',
    en: 'It was changed meanwhile (now version {version}); reload before you change it.',
  },
  'already-there': { zh: '相同编号的记录已存在。', en: 'A record with the same key already exists.' },
  'already-taken': { zh: '该时段已被占用。', en: 'That time is already taken.' },
  busy: {
    zh: '有人正在办理同一件事，请稍后再试。',
    en: 'Somebody is working on the same thing; try again in a moment.',
  },
  overloaded: {
    zh: '现在办理的人太多，请稍等几秒再试。',
    en: 'Too many requests at this moment; try again in a few seconds.',
  },
  away: {
    zh: '数据库暂时不可用，正在恢复，请稍等几秒再试。',
    en: 'The database is away for the moment and coming back; try again in a few seconds.',
  },
  'too-slow': {
    zh: '请求迟迟没有发完，连接已关闭。',
    en: 'The request took too long to arrive and the connection was closed.',
  },
  'took-too-long': {
    zh: '处理超时，没有任何改动，请稍后再试或缩小范围。',
    en: 'It took too long and nothing was changed; try again later or narrow it down.',
  },
  'storage-full': {
    zh: '存储空间不足，系统暂时只读：已有数据可查，新办件请稍后。请联系系统管理员。',
    en: 'Storage is nearly full and the system is read-only for now; call the system administrator.',
  },
  'factor-not-fresh': {
    zh: '这是高敏感操作，请重新输入动态口令（{minutes} 分钟内有效）。',
    en: 'This act is sensitive: show the one-time code again (valid for {minutes} minutes).',
  },
  'cursor-not-fitting': {
    zh: '翻页标记与当前查询不符，请从第一页开始。',
    en: 'The page mark does not belong to this query; start from the first page.',
  },
  'unit-unknown': { zh: '没有这个机构。', en: 'There is no such unit.' },
  'unit-ended': { zh: '{name} 已于 {day} 撤销。', en: '{name} ended on {day}.' },
  'unit-below-itself': { zh: '{parent} 在 {name} 之下，不能这样调整。', en: '{parent} lies below {name}.' },
  'unit-already-there': { zh: '{name} 已隶属 {parent}。', en: '{name} already hangs below {parent}.' },
  'post-unknown': { zh: '没有这个岗位。', en: 'There is no such post.' },
  'person-unknown': {
    zh: '没有这个人，或此人目前没有岗位。',
    en: 'There is no such person, or the person holds no post now.',
  },
  'already-has-main-post': {
    zh: '此人已有主岗「{title}」，请先免去，或按兼任、借调、代理任职。',
    en: 'The person already has the main post “{title}”: end it first, or appoint as concurrent, seconded or acting.',
  },
  'appointment-already-ended': { zh: '该任职已于 {day} 结束。', en: 'This appointment ended on {day}.' },
  'standard-not-of-this-place': {
    zh: '只能设定本地（{place}）的标准。',
    en: 'Only a standard of the own place ({place}) can be set.',
  },
  'standard-weaker-than-above': {
    zh: '上级自 {from} 起已有更严的取值 {value}（{document}），本地取值不会被采用；请取同样或更严的值，或由上级签署豁免。',
    en: 'A stricter value stands above since {from}: {value} ({document}). This one would never be used; take one as strict, or have a waiver signed.',
  },
  'standard-row-refused': { zh: '该取值不能采用：{problems}', en: 'This value cannot be taken: {problems}' },
  'superior-signs-waivers': {
    zh: '放宽标准须由上级签署豁免。',
    en: 'What is less strict rests on a waiver that the superior signs.',
  },
  'witness-silent': {
    zh: '操作记录的上级见证已中断过久，具有法律效力的操作暂停；其他操作不受影响。',
    en: 'The witness of the Record has been silent for too long: acts with legal effect stop, others go on.',
  },
  'stand-in-for-oneself': { zh: '不能指定自己代理自己。', en: 'Nobody stands in for themself.' },
  'stand-in-away': {
    zh: '{name} 自 {from} 至 {to} 也请假，请换一位代理人或调整日期。',
    en: '{name} is away from {from} to {to} as well; choose somebody else or other days.',
  },
  'stand-in-over': { zh: '这项代理已经结束。', en: 'This stand-in is over.' },
  'ends-before-it-begins': {
    zh: '结束日期 {to} 须晚于开始日期 {from}。',
    en: 'The end {to} must come after the beginning {from}.',
  },
  'officers-have-no-stand-in': {
    zh: '三员岗位不设代理，由备用管理员接替。',
    en: 'The three officers have no stand-ins; a spare officer takes over.',
  },
  'case-closed': { zh: '该办件已办结，不能再操作。', en: 'The case is closed.' },
  'own-request': { zh: '不能审批本人的申请。', en: 'Nobody decides on their own request.' },
  'bad-attributes': { zh: '「{name}」的内容不符合要求。', en: '“{name}” does not fit.' },
  'not-the-asker': { zh: '只有申请人可以这样做。', en: 'Only the asker may do this.' },
  'with-asker': { zh: '已退回申请人修改，请等待重新提交。', en: 'It is with the asker to be changed.' },
  'not-with-asker': { zh: '办件不在申请人处，不能重新提交。', en: 'It was not sent back, so it cannot be sent again.' },
  'already-decided': { zh: '您已就这一步表示过意见。', en: 'You have already decided here.' },
  'urged-today': { zh: '今天已经催办过一次，请耐心等待。', en: 'It was urged today already.' },
  'step-not-open': { zh: '该环节已由他人办理。', en: 'Somebody has already dealt with this step.' },
  'not-a-holder': { zh: '该环节不由您办理。', en: 'This step is not yours.' },
  'not-earlier': { zh: '只能退回到已经走过的环节。', en: 'It can only be sent back to a step already walked.' },
  'no-such-person': { zh: '没有这个人，或此人目前没有岗位。', en: 'There is no such person in service.' },
  'already-holder': { zh: '此人已在办理这一环节。', en: 'This person already holds this step.' },
  'too-many-signers': { zh: '加签人数过多。', en: 'Too many signers.' },
  'stand-in-only-decides': { zh: '代理人只能表示同意或不同意。', en: 'A stand-in only decides.' },
  'not-added-by-you': { zh: '只能撤回您自己加签的人。', en: 'You may only take back a signer you added.' },
  'not-due': { zh: '尚未到期。', en: 'It is not due.' },
  'no-holder': {
    zh: '没有找到可以审批的人，请联系系统管理员设置岗位。',
    en: 'Nobody is found who could decide; a post must be filled first.',
  },
  'not-from-our-page': {
    zh: '请求不是从本系统页面发出的，请刷新页面后重试。',
    en: 'The request did not come from a page of ours; reload and try again.',
  },
  'method-not-allowed': { zh: '不支持的请求方式。', en: 'Method not allowed.' },
  malformed: { zh: '请求格式有误。', en: 'The request is malformed.' },
  'wrong-media-type': { zh: '不支持的内容类型。', en: 'This media type is not taken here.' },
  'too-large': { zh: '内容过大。', en: 'Too large.' },
  'too-often': { zh: '操作过于频繁，请稍后再试。', en: 'Too often; try again later.' },
  fault: {
    zh: '系统出错，已记录。请稍后再试；如仍不行，请把下面的请求编号告诉系统管理员。',
    en: 'Something went wrong on our side and was logged; if it stays, give the administrator the request id.',
  },
};
