import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './InviteLink.module.css';

/** A link just made. Its secret is in the fragment, and the Worker keeps only its digest: so it is shown once. */
export const InviteLink = ({ code, expiresAt }: { code: string; expiresAt: number }) => {
  const link = `${location.origin}/join#${code}`;
  const date = new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long' }).format(expiresAt);
  return (
    <div class={css.invite}>
      <Field label={m.group_invite_link()} hint={m.group_invite_once({ date })}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            dir="ltr"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <div>
        <CopyButton look="main" text={link} said={m.group_invite_copied()}>
          {m.group_invite_copy()}
        </CopyButton>
      </div>
    </div>
  );
};
