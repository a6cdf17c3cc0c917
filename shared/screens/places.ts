import type { Id } from '../contract/ids.ts';

/** Paths of the page's routes; `worker/site` draws them. */
export const places = {
  queue: (space: Id) => `/g/${space}/queue`,
  read: (space: Id, record: Id) => `/g/${space}/read/${record}`,
  feed: (space: Id) => `/g/${space}/feed`,
  demo: (space: Id, record: Id) => `/g/${space}/demo/${record}`,
  captions: (space: Id, record: Id) => `/g/${space}/demo/${record}/captions`,
  record: (space: Id) => `/g/${space}/record`,
  people: (space: Id) => `/g/${space}/people`,
  newGroup: () => '/groups/new',
  devices: () => '/devices',
};
