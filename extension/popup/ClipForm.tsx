import { useState } from 'preact/hooks';
import { limits } from '../../shared/contract/limits.ts';
import { m } from '../../shared/messages/paraglide/messages.js';
import { useAction } from '../../shared/screens/use-action.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { TextField } from '../../shared/ui/TextField.tsx';
import { GroupChoice } from '../app/GroupChoice.tsx';
import type { ClipDraft } from '../clip/clip-draft.ts';
import { call } from '../platform/calls.ts';
import { type Connection, type Group, keep } from '../platform/kept.ts';
import type { Tab } from '../platform/tab.ts';
import css from './ClipForm.module.css';
import { Failure } from './Failure.tsx';
import { Preview } from './Preview.tsx';
import { Saved } from './Saved.tsx';
import type { SaveFailure } from './save-clip.ts';
import { useLead } from './use-lead.ts';
import { usePageDraft } from './use-page-draft.ts';

type ClipFormProps = { tab: Tab; draft: ClipDraft; connection: Connection; groups: Group[]; group: Group };

const well: SaveFailure = { form: null };

export const ClipForm = ({ tab, draft, connection, groups, group }: ClipFormProps) => {
  const lead = useLead(tab, draft);
  const { typed, type, forget } = usePageDraft(tab.address, draft.title);
  const [refused, setRefused] = useState(well);
  const [isSaved, setSaved] = useState(false);
  const saving = useAction(async () => {
    if (!typed) return;
    const { saveClip } = await import('./save-clip.ts');
    const failure = await saveClip(connection.me, { ...typed, group: group.id, draft, lead });
    setRefused(failure ?? well);
    if (failure) return;
    await Promise.all([forget(), keep({ chosen: group.id })]);
    setSaved(true);
    await call('deliver', null);
  });

  if (isSaved) return <Saved group={group} />;
  if (!typed) return null;
  return (
    <Form onSubmit={() => void saving.run()} failure={refused.title || refused.why ? refused : null}>
      <Preview draft={draft} lead={lead} />
      <TextField
        label={m.clip_title()}
        value={typed.title}
        onInput={(title) => type({ title })}
        error={refused.title}
        limit={limits.titleLength}
      />
      <div class={css.why}>
        <TextArea
          label={m.clip_why()}
          value={typed.why}
          onInput={(why) => type({ why })}
          error={refused.why}
          limit={limits.whyLength}
          rows={2}
        />
      </div>
      {refused.form && <Notice kind="problem">{refused.form}</Notice>}
      <Failure of={saving.failure} />
      <footer class={css.foot}>
        <GroupChoice label={m.clip_group()} groups={groups} group={group} />
        <Button type="submit" look="main" busy={saving.busy}>
          {m.clip_save()}
        </Button>
      </footer>
    </Form>
  );
};
