import { bring, enterRooms, pageAt, KitProvider, Toasts, WayContext, type Way } from '@opengoa/web-kit';
import { createRootRoute, createRoute, createRouter, RouterProvider, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Frame } from './frame/frame.tsx';
import { pageNonce } from './frame/page-nonce.ts';
import { Screen } from './frame/screen.tsx';
import { deskRoom } from './desk/room.ts';
import { officeRoom } from './office/room.ts';
import { organisationRoom, standardsRoom } from './organisation/room.ts';
import { faultRoom } from './fault-reports/room.ts';
import { foundRooms } from './rooms.ts';

const rooms = [deskRoom, ...foundRooms, faultRoom, organisationRoom, standardsRoom, officeRoom];
enterRooms(rooms);
// The screen asked for is on its way before the frame is drawn.
const asked = pageAt(location.pathname)?.page;
if (asked) void bring(asked.load).catch(() => undefined);

/** The router only matches addresses and keeps the history; what a page may show is the server's to say. */
const root = createRootRoute({ component: Inside, notFoundComponent: () => <Screen page={undefined} params={{}} /> });
const routes = rooms.flatMap((room) =>
  room.pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => `$${name}`),
      component: function Page() {
        const params = useRouterState({ select: (state) => state.matches.at(-1)?.params ?? {} }) as Record<
          string,
          string
        >;
        return <Screen page={page} params={params} />;
      },
    }),
  ),
);

const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text ? `?${text}` : '';
  },
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Inside() {
  const location = useRouterState({ select: (state) => state.location });
  const way = useMemo<Way>(
    () => ({
      path: location.pathname,
      query: location.search as Readonly<Record<string, string>>,
      go: (to, more) => {
        if (more?.replace) router.history.replace(to);
        else router.history.push(to);
      },
    }),
    [location.pathname, location.search],
  );
  return (
    <WayContext value={way}>
      <Frame />
      <Toasts />
    </WayContext>
  );
}

/** Everything behind the sign-in. */
export function House() {
  return (
    <KitProvider nonce={pageNonce()}>
      <RouterProvider router={router} />
    </KitProvider>
  );
}
