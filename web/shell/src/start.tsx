import {
  answersStore,
  forgetDrafts,
  problemOf,
  SESSION_KEY,
  useSessionAnswer,
  whenSignedOut,
} from '@opengoa/web-kit/light';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, use, useEffect, useState } from 'react';
import { bringHouse } from './bring-house.ts';
import { Faults } from './faults.tsx';
import { CannotReach } from './sign-in/cannot-reach.tsx';
import { forgetDevice, goOnKeeping } from './own-device/own-device.ts';
import { stayHere } from './sign-in/by-itself.ts';
import { FinishOidcPage, providerOf } from './sign-in/finish-oidc.tsx';
import { ClaimPage } from './sign-in/claim.tsx';
import { NewPasswordPage } from './sign-in/new-password.tsx';
import { SecondFactorPage } from './sign-in/second-factor.tsx';
import { SignInPage } from './sign-in/sign-in.tsx';

const answers = answersStore();

/** Whether somebody was in when this browser was last here: then the house is fetched beside the session, not after it. */
const WAS_IN = 'opengoa.was-in';
if (localStorage.getItem(WAS_IN)) void bringHouse().catch(() => undefined);

whenSignedOut(() => {
  void answers.invalidateQueries({ queryKey: SESSION_KEY });
});

/** The session decides what is drawn: the sign-in pages without Ant Design, or the house, loaded when somebody is in. */
export function Start() {
  return (
    <QueryClientProvider client={answers}>
      <Faults>
        <Gate />
      </Faults>
    </QueryClientProvider>
  );
}

function Gate() {
  const { data: session, error, refetch } = useSessionAnswer();
  const [provider, setProvider] = useState(() => providerOf(location.pathname));
  const [enrolling, setEnrolling] = useState(false);
  const gone = session !== undefined && session.person === null;
  useEffect(() => {
    if (!gone) return;
    // Nothing of the person stays behind in this browser (SEC-WB-06).
    forgetDrafts();
    void forgetDevice().catch(() => undefined);
    sessionStorage.clear();
    localStorage.removeItem(WAS_IN);
    answers.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  }, [gone]);
  if (!session) return error ? <CannotReach problem={problemOf(error)} onAgain={() => void refetch()} /> : null;
  if (session.needs === 'first-administrator') return <ClaimPage />;
  if (session.needs === 'second-factor' || enrolling)
    return <SecondFactorPage enrolling={enrolling} onEnrolling={setEnrolling} />;
  if (session.needs === 'new-password') return <NewPasswordPage />;
  if (provider !== undefined) return <FinishOidcPage provider={provider} onEnd={() => setProvider(undefined)} />;
  if (!session.person) return <SignInPage demo={session.demo} providers={session.providers} />;
  return (
    <Suspense fallback={null}>
      <House person={session.person.id} />
    </Suspense>
  );
}

function House({ person }: { readonly person: string }) {
  useEffect(() => {
    localStorage.setItem(WAS_IN, '1');
    stayHere();
    goOnKeeping(person);
  }, [person]);
  const { House: Inside } = use(bringHouse());
  return <Inside />;
}
