import { webRoom } from '@opengoa/web-kit/room';
import { codeWords } from './code-words.ts';
import { findingActs } from './screens/finding-acts.ts';

export default webRoom({
  name: 'risk-centre',
  title: { zh: '风控中心', en: 'Risk centre' },
  icon: 'shield',
  order: 40,
  pages: [
    {
      path: '/risk',
      title: { zh: '风控首页', en: 'Overview' },
      needs: 'risk-centre.chain',
      nav: true,
      load: () => import('./screens/chain.tsx'),
    },
    {
      path: '/risk/findings',
      title: { zh: '待核实异常', en: 'Findings' },
      needs: 'risk-centre.chain',
      nav: true,
      load: () => import('./screens/finding-list.tsx'),
    },
    {
      path: '/risk/findings/{id}',
      title: { zh: '待核实异常', en: 'Finding' },
      needs: 'risk-centre.finding',
      load: () => import('./screens/finding-page.tsx'),
    },
    {
      path: '/risk/kits',
      title: { zh: '规则登记册', en: 'Register of kits' },
      needs: 'risk-centre.kits',
      nav: true,
      load: () => import('./screens/kit-register.tsx'),
    },
    {
      path: '/risk/runs',
      title: { zh: '规则运行记录', en: 'Runs' },
      needs: 'risk-centre.runs',
      nav: true,
      load: () => import('./screens/run-list.tsx'),
    },
  ],
  acts: findingActs,
  cases: { 'risk-centre.finding': () => import('./screens/finding-case.tsx') },
  opens: { 'risk-centre.finding': '/risk/findings/{id}' },
  codes: codeWords,
  facts: {
    'risk-centre.finding': { zh: '待核实异常', en: 'Finding' },
    'risk-centre.kit': { zh: '风险规则', en: 'Kit' },
    'risk-centre.run': { zh: '规则运行', en: 'Run of a kit' },
    'risk-centre.FindingRaised': { zh: '提出待核实异常', en: 'Raised' },
    'risk-centre.SignalMerged': { zh: '并入新的信号', en: 'Signal merged' },
    'risk-centre.FindingExplained': { zh: '单位说明', en: 'Explained by the unit' },
    'risk-centre.FindingConfirmed': { zh: '确认属实', en: 'Confirmed' },
    'risk-centre.FindingDismissed': { zh: '不属实', en: 'Dismissed' },
    'risk-centre.FindingAssigned': { zh: '交办整改', en: 'Assigned' },
    'risk-centre.FindingRectified': { zh: '报告整改', en: 'Rectified' },
    'risk-centre.RectificationReturned': { zh: '退回整改', en: 'Rectification returned' },
    'risk-centre.FindingClosed': { zh: '销号', en: 'Closed' },
    'risk-centre.FindingEscalated': { zh: '逾期上报', en: 'Escalated' },
  },
});
