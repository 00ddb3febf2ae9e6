/** Everybody the user knows: the table, and a page for each. */
import { Route, Switch } from 'wouter';
import { PeopleTablePage } from './PeopleTablePage.tsx';
import { PersonPage } from './PersonPage.tsx';

export default function PeopleScreen() {
  return (
    <Switch>
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route>
        <PeopleTablePage />
      </Route>
    </Switch>
  );
}
