import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import styles from './ImportScreen.module.css';

export interface OwnerFieldProps {
  label: string;
  initial: string;
  onOwner: (address: string) => void;
}

/** Asks whose export it is, by profile address. */
export function OwnerField({ label, initial, onOwner }: OwnerFieldProps) {
  const [address, setAddress] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== '') onOwner(address.trim());
  };
  return (
    <form className={styles.owner} onSubmit={submit}>
      <TextField
        label={label}
        value={address}
        placeholder="https://www.linkedin.com/in/…"
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Button type="submit" disabled={address.trim() === '' || address.trim() === initial}>
        Read again
      </Button>
    </form>
  );
}
