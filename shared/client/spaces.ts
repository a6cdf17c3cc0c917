import type { Id } from '../contract/ids.ts';
import type { Role } from '../contract/kinds/roster.ts';
import {
  type Invite,
  InviteGreeting,
  InviteMade,
  Invites,
  SpaceAnswer,
  type SpaceChange,
  type SpaceSummary,
  Spaces,
} from '../contract/people.ts';
import { Nothing } from './nothing.ts';
import type { Ask } from './request.ts';

/** Groups, their members and their invite links. */
export const spaceCalls = (ask: Ask) => {
  const tell = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void> => {
    await ask({ method, path, body, answer: Nothing });
  };
  const codePath = (code: string) => `/api/invites/${encodeURIComponent(code)}`;

  return {
    spaces: async (signal?: AbortSignal): Promise<SpaceSummary[]> =>
      (await ask({ path: '/api/spaces', answer: Spaces, signal })).spaces,
    makeSpace: async (space: { id: Id; name: string }): Promise<SpaceSummary> =>
      (await ask({ method: 'POST', path: '/api/spaces', body: space, answer: SpaceAnswer })).space,
    changeSpace: (space: Id, change: SpaceChange) => tell('PATCH', `/api/spaces/${space}`, change),
    closeSpace: (space: Id) => tell('DELETE', `/api/spaces/${space}`),

    invites: async (space: Id): Promise<Invite[]> =>
      (await ask({ path: `/api/spaces/${space}/invites`, answer: Invites })).invites,
    makeInvite: (space: Id) =>
      ask({ method: 'POST', path: `/api/spaces/${space}/invites`, body: {}, answer: InviteMade }),
    revokeInvite: (space: Id, invite: Id) => tell('DELETE', `/api/spaces/${space}/invites/${invite}`),
    inviteGreeting: (code: string) => ask({ path: codePath(code), answer: InviteGreeting }),
    acceptInvite: async (code: string): Promise<SpaceSummary> =>
      (await ask({ method: 'POST', path: `${codePath(code)}/accept`, body: {}, answer: SpaceAnswer })).space,

    /** Oneself: leaving. */
    removeMember: (space: Id, person: Id) => tell('DELETE', `/api/spaces/${space}/members/${person}`),
    changeMember: (space: Id, person: Id, role: Role) =>
      tell('PATCH', `/api/spaces/${space}/members/${person}`, { role }),
  };
};
