import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation, useRoute } from 'preact-iso';
import { Id } from '../../shared/contract/ids.ts';
import { useApp } from '../../shared/screens/app-context.ts';
import { useVisit } from '../../shared/screens/identity/visit-context.ts';
import { arrive } from '../../shared/screens/shell/arrive.ts';
import { GroupGone } from '../../shared/screens/shell/GroupGone.tsx';
import { rememberGroup } from '../../shared/screens/shell/last-group.ts';
import { NotFoundScreen } from '../../shared/screens/shell/NotFoundScreen.tsx';
import { placeOf } from '../../shared/screens/shell/nav-places.ts';
import { Shell } from '../../shared/screens/shell/Shell.tsx';
import { useLive } from '../../shared/screens/use-live.ts';
import { SignInHere } from './gates.tsx';
import * as screens from './screens.ts';

type OfSpace = ComponentType<{ space: Id }>;
type OfRecord = ComponentType<{ space: Id; record: Id }>;

const ofSpace = (Screen: OfSpace) => () => {
  const { space = '' } = useRoute().params;
  return <Screen space={space} />;
};

/** Keyed by its record, so that nothing of the one before is carried over. What is no id is no address. */
const ofRecord = (Screen: OfRecord) => () => {
  const { space = '', record = '' } = useRoute().params;
  return Id.safeParse(record).success ? (
    <Screen key={record} space={space} record={record} />
  ) : (
    <NotFoundScreen />
  );
};

const Queue = ofSpace(screens.QueueScreen);
const Feed = ofSpace(screens.FeedScreen);
const Recorder = ofSpace(screens.RecorderScreen);
const People = ofSpace(screens.PeopleScreen);
const Reader = ofRecord(screens.ReaderScreen);
const Demo = ofRecord(screens.DemoScreen);
const Captions = ofRecord(screens.CaptionsScreen);

const Group = ({ space }: { space: Id }) => {
  const { db } = useApp();
  const { path } = useLocation();
  const held = useLive(async () => ({ group: (await db.spaces.get(space)) ?? null }), [db, space]);
  const isHere = Boolean(held?.group);
  useEffect(() => {
    if (isHere) void rememberGroup(db, space);
  }, [db, space, isHere]);

  if (!held) return null;
  if (held.group?.type !== 'group') {
    return (
      <Shell group={null} place={null}>
        <GroupGone />
      </Shell>
    );
  }
  return (
    <Shell group={held.group} place={placeOf(path)}>
      <Router onRouteChange={arrive}>
        <Route path="/queue" component={Queue} />
        <Route path="/read/:record" component={Reader} />
        <Route path="/feed" component={Feed} />
        <Route path="/demo/:record" component={Demo} />
        <Route path="/demo/:record/captions" component={Captions} />
        <Route path="/record" component={Recorder} />
        <Route path="/people" component={People} />
        <Route default component={NotFoundScreen} />
      </Router>
    </Shell>
  );
};

/** What lies under `/g/:space`, for those who are signed in. */
export const GroupRoutes = () => {
  const { space = '' } = useRoute().params;
  return useVisit().me ? <Group key={space} space={space} /> : <SignInHere />;
};
