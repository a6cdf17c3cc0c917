import type { Id } from '../../contract/ids.ts';

/** Paths of the page's routes. */
export const places = {
  queue: (space: Id) => `/g/${space}/queue`,
  read: (space: Id, record: Id) => `/g/${space}/read/${record}`,
  feed: (space: Id) => `/g/${space}/feed`,
  demo: (space: Id, record: Id) => `/g/${space}/demo/${record}`,
  record: (space: Id) => `/g/${space}/record`,
  devices: () => '/devices',
};
