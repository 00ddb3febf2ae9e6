import { plainLine } from '../../client/plain-line.ts';
import { useQuestion } from '../../client/use-question.ts';
import { SelectField, TextField } from '../../components/Field.tsx';
import { FLAG_WORDS } from './flag-words.ts';
import styles from './PeopleTablePage.module.css';
import type { PeopleFilter } from './people-filter.ts';

export interface FacetsProps extends Omit<PeopleFilter, 'query'> {
  onChange: (part: Partial<PeopleFilter>) => void;
}

/** Narrows the table by what is known about people. */
export function Facets({ company, circle, role, band, flag, hasRoute, onChange }: FacetsProps) {
  return (
    <div className={styles.facets}>
      <TextField
        label="Company"
        placeholder="Any"
        value={company}
        size={11}
        onChange={(event) => onChange({ company: event.currentTarget.value })}
      />
      <CircleFacet circle={circle} onChange={onChange} />
      <RoleFacet role={role} onChange={onChange} />
      <SelectField
        label="Strength"
        value={band}
        onChange={(event) => onChange({ band: event.currentTarget.value as PeopleFilter['band'] })}
      >
        <option value="">Any</option>
        <option value="strong">Strong</option>
        <option value="moderate">Moderate</option>
        <option value="weak">Weak</option>
        <option value="unknown">Not known</option>
      </SelectField>
      <SelectField
        label="Mark"
        value={flag}
        onChange={(event) => onChange({ flag: event.currentTarget.value as PeopleFilter['flag'] })}
      >
        <option value="">Any</option>
        {Object.entries(FLAG_WORDS).map(([flag, { word, meaning }]) => (
          // The word of the list first: a closed field has room for no more.
          <option key={flag} value={flag}>{`${word}: ${meaning.toLowerCase()}`}</option>
        ))}
      </SelectField>
      <SelectField
        label="Route"
        value={hasRoute ? 'target' : ''}
        onChange={(event) => onChange({ hasRoute: event.currentTarget.value === 'target' })}
      >
        <option value="">Any</option>
        <option value="target">To one of your targets</option>
      </SelectField>
    </div>
  );
}

/** The roles that were given; none is no question. */
function RoleFacet({ role, onChange }: { role: string; onChange: FacetsProps['onChange'] }) {
  const { data } = useQuestion('listKept', {});
  const roles = data?.roles ?? [];
  if (roles.length === 0 && role === '') return null;
  return (
    <SelectField label="Role" value={role} onChange={(event) => onChange({ role: event.currentTarget.value })}>
      <option value="">Any</option>
      {[...roles, ...(role === '' || roles.includes(role) ? [] : [role])].map((name) => (
        <option key={name} value={name}>
          {plainLine(name, 40)}
        </option>
      ))}
    </SelectField>
  );
}

/** The circles that stand; one that an old link names and that is no more stays in sight, so that it can be left. */
function CircleFacet({ circle, onChange }: { circle: string; onChange: FacetsProps['onChange'] }) {
  const { data } = useQuestion('listCircles', { limit: 0, faces: 1 });
  const names = (data?.circles ?? []).map(({ name }) => name);
  const shown = names.find((name) => name.trim().toLowerCase() === circle.trim().toLowerCase()) ?? circle;
  return (
    <SelectField label="Circle" value={shown} onChange={(event) => onChange({ circle: event.currentTarget.value })}>
      <option value="">{names.length === 0 ? 'None named' : 'Any'}</option>
      {[...names, ...(shown === '' || names.includes(shown) ? [] : [shown])].map((name) => (
        <option key={name} value={name}>
          {plainLine(name, 40)}
        </option>
      ))}
    </SelectField>
  );
}
