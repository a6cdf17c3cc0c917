import { useEffect, useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './RecoveryCodes.module.css';

/** Shown once: nobody has them afterwards but who copied, printed or wrote them down. */
export const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    <div class={css.sheet}>
      <Notice>{m.identity_recovery_once()}</Notice>
      <ol ref={list} class={css.codes} tabIndex={-1} aria-label={m.identity_recovery_title()}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class={css.actions}>
        <CopyButton text={codes.join('\n')}>{m.common_copy()}</CopyButton>
        <Button onClick={() => print()}>{m.common_print()}</Button>
        <Button look="main" onClick={onKept}>
          {m.identity_recovery_kept()}
        </Button>
      </div>
    </div>
  );
};
