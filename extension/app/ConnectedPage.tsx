import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { AppProvider, type Navigate } from '../../shared/screens/app-context.ts';
import { ConnectionBanner } from '../../shared/screens/shell/ConnectionBanner.tsx';
import { CrashGuard } from '../../shared/screens/shell/CrashGuard.tsx';
import { Announcer } from '../../shared/ui/Announcer.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PageFrame } from '../../shared/ui/PageFrame.tsx';
import type { Connection } from '../platform/kept.ts';
import { openApp } from './open-app.ts';

type ConnectedPageProps = {
  connection: Connection | null;
  header: ComponentChildren;
  children: ComponentChildren;
};

/** The screens' own links are addresses of the connected page: there they are opened. */
const useLinksToPage = (navigate: Navigate): void => {
  useEffect(() => {
    const lead = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
      if (!link) return;
      event.preventDefault();
      navigate(link.getAttribute('href') ?? '/');
    };
    addEventListener('click', lead);
    return () => removeEventListener('click', lead);
  }, [navigate]);
};

const Connected = ({ connection, children }: { connection: Connection; children: ComponentChildren }) => {
  const { app, close } = useMemo(() => openApp(connection), [connection]);
  useEffect(() => close, [close]);
  useLinksToPage(app.navigate);
  return (
    <AppProvider value={app}>
      <ConnectionBanner />
      {children}
    </AppProvider>
  );
};

/** A page of the extension round a shared screen; without a connection it says how to get one. */
export const ConnectedPage = ({ connection, header, children }: ConnectedPageProps) => (
  <CrashGuard>
    <PageFrame header={header} places={[]}>
      {connection ? (
        <Connected key={connection.token} connection={connection}>
          {children}
        </Connected>
      ) : (
        <Notice>{m.clip_not_connected()}</Notice>
      )}
    </PageFrame>
    <Announcer />
  </CrashGuard>
);
