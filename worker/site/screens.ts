import { onDemand } from './on-demand.ts';

const identity = () => import('../../shared/screens/identity/index.ts');
const groups = () => import('../../shared/screens/group/index.ts');

export const SetUpScreen = onDemand(() => identity().then((found) => found.SetUpScreen));
export const JoinScreen = onDemand(() => identity().then((found) => found.JoinScreen));
export const SignInScreen = onDemand(() => identity().then((found) => found.SignInScreen));
export const RecoverScreen = onDemand(() => identity().then((found) => found.RecoverScreen));
export const WelcomeScreen = onDemand(() => identity().then((found) => found.WelcomeScreen));
export const DevicesScreen = onDemand(() => identity().then((found) => found.DevicesScreen));
export const NewGroupScreen = onDemand(() => groups().then((found) => found.NewGroupScreen));
export const PeopleScreen = onDemand(() => groups().then((found) => found.PeopleScreen));

export const QueueScreen = onDemand(() =>
  import('../../shared/screens/queue/QueueScreen.tsx').then((found) => found.QueueScreen),
);
export const ReaderScreen = onDemand(() =>
  import('../../shared/screens/reader/ReaderScreen.tsx').then((found) => found.ReaderScreen),
);
export const FeedScreen = onDemand(() =>
  import('../../shared/screens/feed/FeedScreen.tsx').then((found) => {
    // What is opened from there next.
    void DemoScreen.preload();
    return found.FeedScreen;
  }),
);
export const DemoScreen = onDemand(() =>
  import('../../shared/screens/demo/DemoScreen.tsx').then((found) => found.DemoScreen),
);
export const CaptionsScreen = onDemand(() =>
  import('../../shared/screens/captions/CaptionsScreen.tsx').then((found) => found.CaptionsScreen),
);
export const RecorderScreen = onDemand(() =>
  import('../../shared/screens/recorder/RecorderScreen.tsx').then((found) => found.RecorderScreen),
);

/** By the part of the address that comes after the group's; the start leads to a queue. */
const byPlace = {
  queue: QueueScreen,
  read: ReaderScreen,
  feed: FeedScreen,
  demo: DemoScreen,
  record: RecorderScreen,
  people: PeopleScreen,
};

/** Fetches the screen of an address while the local database is still being opened. */
export const preloadScreen = (path: string): void => {
  const place = path === '/' ? 'queue' : path.split('/')[3];
  for (const [name, screen] of Object.entries(byPlace)) if (name === place) void screen.preload();
};
