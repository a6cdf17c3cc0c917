import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { VisitorFrame } from './VisitorFrame.tsx';

/** What a person sees when drawing itself failed: a page that says so, in place of an empty one. */
export const CrashGuard = ({ children }: { children: ComponentChildren }) => {
  const [error] = useErrorBoundary((failure) => console.error(failure));
  if (!error) return <>{children}</>;
  return (
    <VisitorFrame>
      <Empty
        isPage
        title={m.common_went_wrong_title()}
        action={
          <Button look="main" onClick={() => location.reload()}>
            {m.common_reload()}
          </Button>
        }
      >
        <p>{errorText(error)}</p>
      </Empty>
    </VisitorFrame>
  );
};
