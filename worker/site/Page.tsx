import { useMemo } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import type { Me } from '../../shared/contract/people.ts';
import { rememberMe } from '../../shared/local/known-me.ts';
import { AppProvider, type Navigate } from '../../shared/screens/app-context.ts';
import { VisitProvider } from '../../shared/screens/identity/visit-context.ts';
import { CrashGuard } from '../../shared/screens/shell/CrashGuard.tsx';
import { language } from '../../shared/screens/shell/device-choices.ts';
import { useObservable } from '../../shared/screens/use-observable.ts';
import { Announcer } from '../../shared/ui/Announcer.tsx';
import type { OpenedPage } from './open-page.ts';
import { Routes } from './Routes.tsx';
import { useSession } from './use-session.ts';

const Opened = ({ page }: { page: OpenedPage }) => {
  const me = useSession(page);
  const { route } = useLocation();
  const given = useMemo(() => {
    const { db, client, sync, heartbeat, sendsWhenClosed } = page;
    const navigate: Navigate = (path, how) => route(path, how === 'replace');
    const enter = async (entering: Me) => {
      await rememberMe(db, entering);
      await sync.pull();
      heartbeat.nudge();
    };
    return {
      visit: { db, client, me: me ?? null, enter, navigate },
      app: me ? { db, client, me, sync, heartbeat, sendsWhenClosed, navigate } : null,
    };
  }, [page, me, route]);
  if (me === undefined) return null;
  return (
    <VisitProvider value={given.visit}>
      <AppProvider value={given.app}>
        <Routes />
      </AppProvider>
    </VisitProvider>
  );
};

/** Drawn anew as a whole when the language changes. */
export const Page = ({ page }: { page: OpenedPage }) => (
  <LocationProvider>
    <CrashGuard>
      <Opened key={useObservable(language)} page={page} />
    </CrashGuard>
    <Announcer />
  </LocationProvider>
);
