import { spokenDate } from '../../../shared/model/words.ts';
import { todayIso } from '../../state/today.ts';
import { exactDate } from '../targets/dates.ts';

/** A day as people say it, exact on hover. */
export function SpokenDate({
  iso,
  otherwise,
  className,
}: {
  iso: string | null;
  /** Where no day is known. */
  otherwise?: string;
  className?: string | undefined;
}) {
  const said = spokenDate(iso, todayIso());
  if (iso === null || said === null)
    return otherwise === undefined ? null : <span className={className}>{otherwise}</span>;
  return (
    <time dateTime={iso} title={exactDate(iso)} className={className}>
      {said}
    </time>
  );
}
