/** The two ways of using a window. A tour that is written once for `Hand` is walked by either. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Hand {
  /** Presses a button or a link, or takes an option that is in sight. */
  press(control: Locator): Promise<void>;
  /** Puts the cursor into a field and types. */
  type(field: Locator, text: string): Promise<void>;
  /** Chooses one of a group of radio buttons by the words beside it. */
  choose(group: Locator, words: string): Promise<void>;
  /** Takes the first that is offered while typing into a field. */
  takeFirst(field: Locator): Promise<void>;
  /** Opens the first row of a table. */
  openFirstRow(table: Locator): Promise<void>;
  /** Goes to a screen of the rail by its name. */
  goTo(screen: string): Promise<void>;
}

export function mouse(page: Page): Hand {
  return {
    press: (control) => control.click(),
    async type(field, text) {
      await field.click();
      await field.pressSequentially(text);
    },
    choose: (group, words) => group.getByRole('radio', { name: words, exact: true }).click(),
    takeFirst: () => page.getByRole('option').first().click(),
    openFirstRow: (table) => table.getByRole('row').nth(1).getByRole('gridcell').last().click(),
    async goTo(screen) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
      await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    },
  };
}

/** Tab, Enter, Space, arrows and the keys that the sheet of keys names. The pointer is never used. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  const tabTo = async (control: Locator): Promise<void> => {
    await control.waitFor();
    const isFocused = () => control.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < MOST_TABS; presses++) {
      if (await isFocused()) return;
      await keys.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(control)}`);
  };
  return {
    async press(control) {
      await tabTo(control);
      await keys.press('Enter');
    },
    async type(field, text) {
      await tabTo(field);
      await keys.type(text);
    },
    async choose(group, words) {
      const wanted = group.getByRole('radio', { name: words, exact: true });
      // A group that has no answer yet is entered at its first button; one that has, at the answer.
      const checked = group.locator('input:checked');
      await tabTo((await checked.count()) > 0 ? checked : group.getByRole('radio').first());
      await keys.press('Space');
      for (let presses = 0; presses < 6 && !(await wanted.isChecked()); presses++) await keys.press('ArrowRight');
      await expect(wanted).toBeChecked();
    },
    async takeFirst(field) {
      await tabTo(field);
      await page.getByRole('option').first().waitFor();
      await keys.press('Enter');
    },
    async openFirstRow(table) {
      await tabTo(table.locator('[role="row"][tabindex="0"]'));
      await keys.press('Home');
      await keys.press('Enter');
    },
    async goTo(screen) {
      await keys.press('Control+k');
      await keys.type(`Go to ${screen}`);
      await page.getByRole('option', { name: `Go to ${screen}`, selected: true }).waitFor();
      await keys.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: screen })).toBeFocused();
    },
  };
}

/** More than any screen has to offer; a control beyond that is out of reach for a person too. */
const MOST_TABS = 120;
