import { useEffect, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useApp } from '../app-context.ts';
import { useBackGuard } from './use-back-guard.ts';

type LeaveGuardProps = {
  active: boolean;
  /** Ends the recording cleanly; what there is stays on the device. */
  onLeave: () => Promise<void>;
  /** Of something else that is under way than a recording. */
  words?: { title: string; text: string; stay: string; leave: string };
};

const recordingWords = () => ({
  title: m.record_leave_title(),
  text: m.record_leave_words(),
  stay: m.record_leave_no(),
  leave: m.record_leave_yes(),
});

/** Where a person wants to go: by a link, or back to where they came from. */
type Wanted = { path: string } | 'back';

const linkOf = (event: MouseEvent): HTMLAnchorElement | null => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return isPlain && link?.href && link.origin === location.origin && link.target === '' ? link : null;
};

/** Asks before a link, the Back button or the browser takes a person away from a recording under way. */
export const LeaveGuard = ({ active, onLeave, words = recordingWords() }: LeaveGuardProps) => {
  const { navigate } = useApp();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const guard = useBackGuard(active, () => setWanted('back'));
  useEffect(() => {
    if (!active) return;
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link || link.hash) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted({ path: link.pathname + link.search });
    };
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before the router, which listens on the window.
    document.addEventListener('click', onClick, { capture: true });
    addEventListener('beforeunload', onBeforeUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      removeEventListener('beforeunload', onBeforeUnload);
    };
  }, [active]);
  const leave = async (to: Wanted) => {
    setWanted(null);
    guard.letGo();
    await onLeave();
    if (to === 'back') guard.goBack();
    else navigate(to.path, 'replace');
  };
  return (
    <Dialog
      open={active && wanted !== null}
      title={words.title}
      onClose={() => setWanted(null)}
      actions={
        <>
          <Button look="main" onClick={() => setWanted(null)}>
            {words.stay}
          </Button>
          <Button onClick={() => wanted && leave(wanted)}>{words.leave}</Button>
        </>
      }
    >
      <p>{words.text}</p>
    </Dialog>
  );
};
