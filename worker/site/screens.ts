import { lazy } from 'preact-iso';

/** Each screen is fetched when it is first opened; those of one doorway come together. */
const identity = () => import('../../shared/screens/identity/index.ts');
const people = () => import('../../shared/screens/group/index.ts');

export const SetUpScreen = lazy(() => identity().then((found) => found.SetUpScreen));
export const JoinScreen = lazy(() => identity().then((found) => found.JoinScreen));
export const SignInScreen = lazy(() => identity().then((found) => found.SignInScreen));
export const RecoverScreen = lazy(() => identity().then((found) => found.RecoverScreen));
export const WelcomeScreen = lazy(() => identity().then((found) => found.WelcomeScreen));
export const DevicesScreen = lazy(() => identity().then((found) => found.DevicesScreen));

export const NewGroupScreen = lazy(() => people().then((found) => found.NewGroupScreen));
export const PeopleScreen = lazy(() => people().then((found) => found.PeopleScreen));

export const QueueScreen = lazy(() =>
  import('../../shared/screens/queue/QueueScreen.tsx').then((found) => found.QueueScreen),
);
export const ReaderScreen = lazy(() =>
  import('../../shared/screens/reader/ReaderScreen.tsx').then((found) => found.ReaderScreen),
);
export const FeedScreen = lazy(() =>
  import('../../shared/screens/feed/FeedScreen.tsx').then((found) => found.FeedScreen),
);
export const DemoScreen = lazy(() =>
  import('../../shared/screens/demo/DemoScreen.tsx').then((found) => found.DemoScreen),
);
export const RecorderScreen = lazy(() =>
  import('../../shared/screens/recorder/RecorderScreen.tsx').then((found) => found.RecorderScreen),
);
