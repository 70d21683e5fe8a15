import { css } from 'lit';

export const myOrdersStyles = css`
  .tabs {
    display: flex;
    gap: 24px;
    margin-block-end: 24px;
    border-block-end: 1px solid var(--_line);
  }
  [role='tab'] {
    min-height: 44px;
    margin-block-end: -1px;
    padding: 0 0 4px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--_ink-soft);
    font: inherit;
    font-size: 1em;
    cursor: pointer;
  }
  [role='tab']:hover {
    color: inherit;
  }
  [role='tab'][aria-selected='true'] {
    border-color: var(--_accent-ink);
    color: inherit;
    font-weight: 600;
  }
  .count {
    font-weight: 400;
  }
  .note {
    margin-block-end: 16px;
  }
  [role='tabpanel'] {
    max-width: 880px;
  }
  section + section {
    margin-block-start: 32px;
  }
  .group-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    margin-block-end: 10px;
  }
  .tickets {
    display: grid;
    gap: 12px;
  }
  .tickets + .tickets {
    margin-block-start: 12px;
  }
  .none {
    padding-block: 24px;
  }
  .bone {
    height: 208px;
    max-width: 880px;
    margin-block-end: 16px;
    border-radius: var(--_radius);
    background: var(--_fill-strong);
  }
  .bone.short {
    width: 200px;
    height: 44px;
  }
`;
