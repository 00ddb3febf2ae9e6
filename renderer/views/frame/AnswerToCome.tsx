import type { UseQueryResult } from '@tanstack/react-query';
import { asWeftError } from '../../../shared/contract/errors.ts';
import { useProgressOf } from '../../client/question-progress.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';

export interface AnswerToComeProps {
  /** Method and input, as they were asked. */
  asked: readonly unknown[];
  answer: Pick<UseQueryResult, 'error' | 'refetch'>;
  /** What is being fetched, read aloud. */
  label: string;
  /** What is not there once somebody has stopped it, and the words of the button that asks again. */
  stopped: { title: string; again: string };
}

/** Stands where an answer that measures the whole network will be: how far it is, that it was stopped, or why it failed. */
export function AnswerToCome({ asked, answer: { error, refetch }, label, stopped }: AnswerToComeProps) {
  const running = useProgressOf(asked);
  if (error === null) {
    // A small network never comes to a number.
    if (running === null) return <Skeleton label={label} lines={8} />;
    const { step, done, total } = running.progress;
    return <ProgressBar step={step} done={done} total={total} onCancel={running.stop} />;
  }
  if (asWeftError(error).kind !== 'cancelled') return <ErrorNotice error={error} />;
  return (
    <EmptyState
      title={stopped.title}
      actions={
        <Button kind="primary" onClick={() => void refetch()}>
          {stopped.again}
        </Button>
      }
    >
      You stopped it. Nothing was changed.
    </EmptyState>
  );
}
