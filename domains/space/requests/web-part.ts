import { words } from '@opengoa/kernel/words';
import { webPart } from '@opengoa/web-kit/room';
import { requestActs } from './screens/request-acts.ts';
import { requestFactWords } from './words.zh.ts';

export const requests = webPart({
  group: words('核定与申请', 'Quota'),
  pages: [
    {
      path: '/space/ask',
      title: words('申请用房', 'Ask for premises'),
      needs: 'space.ask-for-rooms',
      nav: true,
      load: () => import('./screens/ask-for-rooms.tsx'),
    },
    {
      path: '/space/requests',
      title: words('用房申请', 'Requests'),
      needs: 'space.requests',
      nav: true,
      load: () => import('./screens/request-list.tsx'),
    },
    {
      path: '/space/requests/{id}',
      title: words('用房申请', 'Request'),
      needs: 'space.request',
      load: () => import('./screens/request-page.tsx'),
    },
    {
      path: '/space/vacancies',
      title: words('闲置房源', 'Vacant rooms'),
      needs: 'space.vacancies',
      nav: true,
      load: () => import('./screens/vacancy-list.tsx'),
    },
    {
      path: '/space/licences',
      title: words('使用凭证', 'Licences of use'),
      needs: 'space.licences',
      nav: true,
      load: () => import('./screens/licence-list.tsx'),
    },
    {
      path: '/space/licences/{id}',
      title: words('使用凭证', 'Licence of use'),
      needs: 'space.licence',
      load: () => import('./screens/licence-page.tsx'),
    },
  ],
  acts: requestActs,
  cases: { 'space.request': () => import('./screens/request-case.tsx') },
  opens: { 'space.request': '/space/requests/{id}', 'space.licence': '/space/licences/{id}' },
  facts: {
    ...requestFactWords,
    'space.request': words('用房申请', 'Request for premises'),
    'space.licence': words('使用凭证', 'Licence of use'),
  },
  help: () => import('./help.ts'),
  guides: [
    {
      key: 'space-request',
      title: words('办理一件用房申请', 'A request for premises'),
      roles: ['space-clerk', 'clerk'],
      steps: [
        {
          key: 'quota',
          title: words('看一个单位的核定面积', 'See what a unit may have'),
          go: '/space/quotas',
          done: { page: '/space/quotas' },
        },
        {
          key: 'ask',
          title: words('填写一件用房申请', 'Ask for premises'),
          go: '/space/ask',
          control: words('申请用房', 'Ask for premises'),
          done: { verb: 'space.ask-for-rooms' },
        },
        {
          key: 'rooms',
          title: words('看有哪些闲置房源', 'See which rooms are vacant'),
          go: '/space/vacancies',
          done: { page: '/space/vacancies' },
        },
      ],
    },
  ],
});
