import { useQuestion } from '../../client/use-question.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { Page } from '../frame/Page.tsx';

export default function TargetsScreen() {
  const targets = useQuestion('listTargets', {});
  return (
    <Page title="Targets" lead="The companies and people you want to reach.">
      <ul>
        {targets.data?.targets.map(({ id, name, sentence }) => (
          <li key={id}>
            <PersonName name={name} isStrong /> {sentence}
          </li>
        ))}
      </ul>
    </Page>
  );
}
