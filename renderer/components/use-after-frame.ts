import { startTransition, useEffect, useState } from 'react';

/**
 * The value before, until the frame that comes with the new one has been handed over. What is drawn with it then keeps nobody
 * waiting; React's own deferred values are often drawn before that frame.
 */
export function useAfterFrame<Value>(value: Value): Value {
  const [late, setLate] = useState(() => value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setLate(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return late;
}
