import { css } from 'lit';
import { followAddress, type SetList } from './event-list.address.js';
import { lookIntoDescriptions } from './event-list.search.js';
import { moreControls } from '../styles/controls.js';
import { titleStyles } from '../styles/titles.js';
import { styles as noteStyles } from './event-list.notes.js';
import { styles as panelStyles } from './event-list.panels.js';
import { styles as rowStyles } from './event-list.rows.js';

/** What a list shows beyond cards at rest: filters in use, rows, notes. Fetched together when any of it is needed. */
export { matching, scoped } from './event-list.filter.js';
export { empty, stale } from './event-list.notes.js';
export { choices } from './event-list.choices.js';
export { activeCount, chosenIn, closeLater, filterSheet, openSheet } from './event-list.panels.js';
export { laidOut } from './event-list.layouts.js';

/** What a visitor sets stands in the page's address, and a search looks into descriptions. */
export function follow(list: SetList): void {
  followAddress(list);
  lookIntoDescriptions(list);
}

export const styles = css`
  ${moreControls}
  ${titleStyles}
  ${panelStyles}
  ${rowStyles}
  ${noteStyles}
`;
