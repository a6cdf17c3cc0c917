export { NewGroupScreen } from './NewGroupScreen.tsx';
export { PeopleScreen } from './PeopleScreen.tsx';
