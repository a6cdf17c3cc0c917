import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import type { Role } from '../../contract/kinds/roster.ts';
import { m } from '../../messages/paraglide/messages.js';
import { mayWithSpace } from '../../rules/capabilities.ts';
import { announce } from '../../ui/announce.ts';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { MemberLine } from './MemberLine.tsx';
import css from './MemberList.module.css';
import type { Person } from './use-roster.ts';

type MemberListProps = { space: Id; people: readonly Person[]; role: Role };
type Asked = { what: 'host' | 'remove'; person: Person };

const words = {
  host: { title: m.group_make_host_title, body: m.group_make_host_words, yes: m.group_make_host },
  remove: { title: m.group_remove_title, body: m.group_remove_words, yes: m.group_remove },
};

export const MemberList = ({ space, people, role }: MemberListProps) => {
  const { client, me, heartbeat } = useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirm = async ({ what, person: { id, name } }: Asked) => {
    if (what === 'host') await client.changeMember(space, id, 'host');
    else await client.removeMember(space, id);
    heartbeat.nudge();
    announce(what === 'host' ? m.group_made_host({ name }) : m.group_removed({ name }));
  };
  return (
    <>
      <ul class={css.people}>
        {people.map((person) => (
          <MemberLine
            key={person.id}
            person={person}
            isMe={person.id === me.id}
            mayHandOver={mayWithSpace('hand-over', role)}
            mayRemove={mayWithSpace('remove-member', role)}
            onAsk={(what) => setAsked({ what, person })}
          />
        ))}
      </ul>
      <p class={css.note}>{m.group_host_means()}</p>
      <ConfirmDialog
        open={asked !== null}
        title={asked ? words[asked.what].title({ name: asked.person.name }) : ''}
        look={asked?.what === 'host' ? 'main' : 'danger'}
        confirm={asked ? words[asked.what].yes() : ''}
        onConfirm={async () => {
          if (asked) await confirm(asked);
        }}
        onClose={() => setAsked(null)}
      >
        <p>{asked && words[asked.what].body()}</p>
      </ConfirmDialog>
    </>
  );
};
