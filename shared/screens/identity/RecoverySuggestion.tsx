import { m } from '../../messages/paraglide/messages.js';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import css from './RecoverySuggestion.module.css';
import { endRecoverySuggestion, useRecoverySuggestion } from './recovery-suggestion.ts';

/** Below what somebody new came for, and gone with one press: a suggestion, no wall. */
export const RecoverySuggestion = () => {
  const { db } = useApp();
  if (!useRecoverySuggestion()) return null;
  return (
    <Notice
      action={
        <div class={css.actions}>
          <ButtonLink href="/devices#recovery">{m.identity_recovery_suggest_go()}</ButtonLink>
          <Button look="quiet" onClick={() => endRecoverySuggestion(db)}>
            {m.identity_recovery_suggest_later()}
          </Button>
        </div>
      }
    >
      {m.identity_recovery_suggest()}
    </Notice>
  );
};
