import { words as pair } from '@opengoa/kernel/words';
import { field, webRoom } from '@opengoa/web-kit/room';

const report = ({ id }: { readonly id?: unknown }) => ({ report: id });
const answer = field('answer', '答复', 'Answer', 'long-text', {
  maxLength: 500,
  help: pair('报修人会看到', 'the reporter reads it'),
});

/** Scanning, labels, and what was reported by them. */
export const faultRoom = webRoom({
  name: 'faults',
  title: pair('报修与标签', 'Faults and labels'),
  icon: 'check',
  order: 60,
  pages: [
    {
      path: '/scan',
      title: pair('扫一扫', 'Scan'),
      needs: 'kernel.scan',
      nav: true,
      load: () => import('../scan/scan-page.tsx'),
    },
    {
      path: '/faults',
      title: pair('扫码报修', 'Fault reports'),
      needs: ['kernel.take-fault-report', 'kernel.fault-reports'],
      nav: true,
      load: () => import('./fault-list.tsx'),
    },
    {
      path: '/faults/{id}',
      title: pair('报修单', 'Fault report'),
      needs: 'kernel.fault-report',
      load: () => import('./fault-page.tsx'),
    },
    {
      path: '/labels',
      title: pair('标签打印', 'Labels'),
      needs: 'kernel.label-sheet',
      nav: true,
      load: () => import('../labels/label-page.tsx'),
    },
  ],
  acts: {
    'kernel.take-fault-report': { title: pair('受理', 'Take it'), tone: 'primary', key: 'a', input: report },
    'kernel.handle-fault-report': {
      title: pair('处理完成', 'Handled'),
      input: report,
      fields: [
        { ...answer, phrases: [pair('已修好，谢谢反映。', 'Fixed; thank you.'), pair('已更换。', 'Replaced.')] },
      ],
    },
    'kernel.disown-fault-report': {
      title: pair('不归本单位', 'Not ours'),
      about: pair('请写明应找谁，报修人会看到。', 'Say whose it is: the reporter reads it.'),
      input: report,
      fields: [field('whose', '应找', 'Whose it is', 'text', { maxLength: 200 }), answer],
    },
    'kernel.confirm-fault-fixed': { title: pair('修好了', 'It is fixed'), tone: 'primary', input: report },
    'kernel.reopen-fault-report': {
      title: pair('没有修好', 'It is not fixed'),
      input: report,
      fields: [field('why', '情况', 'What is wrong', 'long-text', { maxLength: 500, required: false })],
    },
    'kernel.switch-fault-reports': {
      title: pair('开关扫码报修', 'Switch reports by scanning'),
      starts: 'kernel.fault-reports',
      about: pair(
        '对所选单位及其下级生效；在最上级关闭即全部关闭。登录人员扫码不受影响。',
        'For the unit and all below; at the top it is off wholly. Whoever is signed in still scans.',
      ),
      fields: [
        field('unit', '单位', 'Unit', 'unit'),
        field('open', '允许无账号报修', 'Anybody may report', 'yes-no'),
        field('why', '原因', 'Why', 'text', { maxLength: 300 }),
      ],
    },
  },
  cases: { 'fault-report': () => import('./fault-case.tsx') },
  opens: { 'fault-report': '/faults/{id}' },
  facts: {
    label: pair('标签', 'Label'),
    'fault-report': pair('报修单', 'Fault report'),
    'kernel.LabelMade': pair('制作标签', 'Label made'),
    'kernel.LabelRevoked': pair('停用标签', 'Label revoked'),
    'kernel.FaultReported': pair('扫码报修', 'Fault reported'),
    'kernel.FaultReportTaken': pair('受理报修', 'Fault report taken'),
    'kernel.FaultReportHandled': pair('报修已处理', 'Fault handled'),
    'kernel.FaultReportDisowned': pair('不归本单位', 'Fault not ours'),
    'kernel.FaultFixConfirmed': pair('确认修好', 'Fix confirmed'),
    'kernel.FaultReportReopened': pair('再次报修', 'Fault report reopened'),
    'kernel.FaultPhotoAdded': pair('报修照片', 'Photo of a fault'),
    'kernel.FaultReportFollowed': pair('由报修开始办理', 'Begun because of a fault report'),
    'kernel.FaultReportsSwitched': pair('开关扫码报修', 'Reports by scanning switched'),
  },
});
