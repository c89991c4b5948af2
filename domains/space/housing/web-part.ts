import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { housingActs } from './screens/housing-acts.ts';
import { housingFactWords } from './words.zh.ts';

export const housing = webPart({
  group: words('住房保障', 'Homes for staff'),
  pages: [
    {
      path: '/space/homes',
      title: words('周转住房', 'Homes'),
      needs: 'space.homes',
      nav: true,
      load: () => import('./screens/home-list.tsx'),
    },
    {
      path: '/space/homes/{id}',
      title: words('周转住房', 'Home'),
      needs: 'space.home',
      under: '/space/homes',
      load: () => import('./screens/home-page.tsx'),
    },
    {
      path: '/space/home-applications',
      title: words('住房申请', 'Applications for a home'),
      needs: 'space.home-applications',
      nav: true,
      load: () => import('./screens/application-list.tsx'),
    },
    {
      path: '/space/home-applications/{id}',
      title: words('住房申请', 'Application for a home'),
      needs: 'space.home-application',
      under: '/space/home-applications',
      load: () => import('./screens/application-page.tsx'),
    },
    {
      path: '/space/stays',
      title: words('入住登记', 'Stays'),
      needs: 'space.stays',
      nav: true,
      load: () => import('./screens/stay-list.tsx'),
    },
    {
      path: '/space/stays/{id}',
      title: words('入住', 'Stay'),
      needs: 'space.stay',
      under: '/space/stays',
      load: () => import('./screens/stay-page.tsx'),
    },
    {
      path: '/space/home-rents',
      title: words('住房租金', 'Rents of homes'),
      needs: 'space.home-rents',
      load: () => import('./screens/home-rent-list.tsx'),
    },
    {
      path: '/space/home-rents-due',
      title: words('应缴未缴租金', 'Rents due'),
      needs: 'space.home-rents-due',
      nav: true,
      load: () => import('./screens/home-rents-due.tsx'),
    },
  ],
  acts: housingActs,
  cases: { 'space.home-application': () => import('./screens/application-case.tsx') },
  opens: {
    'space.home': '/space/homes/{id}',
    'space.home-application': '/space/home-applications/{id}',
    'space.stay': '/space/stays/{id}',
  },
  facts: {
    ...housingFactWords,
    'space.home': words('周转住房', 'Home'),
    'space.home-application': words('住房申请', 'Application for a home'),
    'space.stay': words('入住', 'Stay'),
  },
  help: () => import('./help.ts'),
});
