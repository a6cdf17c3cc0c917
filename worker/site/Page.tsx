import { useMemo } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { rememberMe } from '../../shared/local/known-me.ts';
import { AppProvider, type Navigate } from '../../shared/screens/app-context.ts';
import { VisitProvider } from '../../shared/screens/identity/visit-context.ts';
import { language } from '../../shared/screens/shell/device-choices.ts';
import { useObservable } from '../../shared/screens/use-observable.ts';
import { Announcer } from '../../shared/ui/Announcer.tsx';
import type { OpenedPage } from './open-page.ts';
import { Routes } from './Routes.tsx';
import { useSession } from './use-session.ts';

const Opened = ({ page }: { page: OpenedPage }) => {
  const session = useSession(page);
  const { route } = useLocation();
  const me = session.state === 'somebody' ? session.me : null;
  const given = useMemo(() => {
    const { db, client, sync, heartbeat } = page;
    const navigate: Navigate = (path, how) => route(path, how === 'replace');
    const visit = {
      ...{ db, client, me, navigate },
      enter: async (entering: NonNullable<typeof me>) => {
        await rememberMe(db, entering);
        heartbeat.nudge();
        await sync.pull();
      },
    };
    return { visit, app: me && { db, client, me, sync, heartbeat, navigate } };
  }, [page, me, route]);
  if (session.state === 'opening') return null;
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
    <Opened key={useObservable(language)} page={page} />
    <Announcer />
  </LocationProvider>
);
