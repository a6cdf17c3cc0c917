import { Route, Router } from 'preact-iso';
import { arrive } from '../../shared/screens/shell/arrive.ts';
import { HomeScreen } from '../../shared/screens/shell/HomeScreen.tsx';
import { NotFoundScreen } from '../../shared/screens/shell/NotFoundScreen.tsx';
import { GroupRoutes } from './GroupRoutes.tsx';
import { forPeople, forVisitors } from './gates.tsx';
import * as screens from './screens.ts';

const SetUp = forVisitors(screens.SetUpScreen);
const Join = forVisitors(screens.JoinScreen);
const SignIn = forVisitors(screens.SignInScreen);
const Recover = forVisitors(screens.RecoverScreen);
const Home = forPeople(HomeScreen, forVisitors(screens.WelcomeScreen));
const Devices = forPeople(screens.DevicesScreen);
const NewGroup = forPeople(screens.NewGroupScreen);
const NotFound = forVisitors(NotFoundScreen);

/** Every address of the page. */
export const Routes = () => (
  <Router onRouteChange={arrive}>
    <Route path="/" component={Home} />
    <Route path="/setup" component={SetUp} />
    <Route path="/join" component={Join} />
    <Route path="/sign-in" component={SignIn} />
    <Route path="/recover" component={Recover} />
    <Route path="/devices" component={Devices} />
    <Route path="/groups/new" component={NewGroup} />
    <Route path="/g/:space/*" component={GroupRoutes} />
    <Route default component={NotFound} />
  </Router>
);
