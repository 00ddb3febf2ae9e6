/** Whether the heading of the next screen takes the focus: after going somewhere in the page, not when it has just opened. */
let isFocusDue = false;
let isFirst = true;

export function noteNavigation(): void {
  if (!isFirst) isFocusDue = true;
  isFirst = false;
}

/** True once for each navigation. */
export function takeFocusDue(): boolean {
  const wasDue = isFocusDue;
  isFocusDue = false;
  return wasDue;
}
