/** Whether the heading of the screen takes the focus: after going somewhere in the page, not when it has just opened. */
let isFocusDue = false;

/** Call it once, before anything is drawn: the addresses' first listener is the first to be told. */
export function watchNavigation(): void {
  let address = location.hash.split('?')[0];
  const note = () => {
    const next = location.hash.split('?')[0];
    // Typing into a search that stands in the address goes nowhere.
    if (next !== address) isFocusDue = true;
    address = next;
  };
  addEventListener('hashchange', note);
  addEventListener('popstate', note);
}

/** The heading that has the focus goes: the one that comes in its place takes it. */
export function leaveFocusDue(): void {
  isFocusDue = true;
}

/** True once for each navigation, and for each heading that went with the focus on it. */
export function takeFocusDue(): boolean {
  const wasDue = isFocusDue;
  isFocusDue = false;
  return wasDue;
}
