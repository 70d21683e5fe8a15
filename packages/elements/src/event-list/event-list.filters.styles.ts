import { css } from 'lit';

/** Search, the menus' buttons, switches. Choices that only steer the view are ink, not accent; what is chosen looks so once the code is there that goes by it. */
export const filterStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .search {
    position: relative;
    display: block;
  }
  .search svg {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 14px;
    pointer-events: none;
  }
  .input {
    width: 100%;
    min-height: 44px;
    padding: 0 14px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-size: 1em;
  }
  .search .input {
    padding-inline-start: 44px;
  }
  .input::placeholder {
    color: var(--_ink-faint);
    opacity: 1;
  }
  .menus {
    display: none;
  }
  .quick {
    display: flex;
    gap: 8px;
    margin: -6px;
    padding: 6px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .pill {
    position: relative;
    flex: none;
    padding-inline: 14px;
    border-color: var(--_line);
    list-style: none;
  }
  .pill::-webkit-details-marker {
    display: none;
  }
  .pill input ~ svg {
    display: none;
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .found {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 44px;
    margin-block: 12px 20px;
  }
  .found b {
    font-weight: 600;
  }
  .steer {
    display: none;
    align-items: center;
    gap: 20px;
    margin-inline-start: auto;
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    cursor: pointer;
  }
  .switch input {
    appearance: none;
    flex: none;
    width: 40px;
    height: 24px;
    margin: 0;
    border-radius: 12px;
    background: radial-gradient(circle at 12px, var(--_ground) 9px, #0000 9.5px) var(--_edge);
    cursor: pointer;
  }
  .switch input:checked {
    background: radial-gradient(circle at 28px, var(--_on-accent) 9px, #0000 9.5px) var(--_accent);
  }
  .segments {
    display: flex;
    padding: 3px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .segment {
    position: relative;
    border-radius: var(--_radius-inner);
    font-weight: 500;
    cursor: pointer;
  }
  .segment span {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 0 12px;
    color: var(--_ink-soft);
  }
  .segment:has(:checked) {
    background: currentColor;
  }
  .segment :checked + span {
    color: var(--_ground);
    font-weight: 600;
  }
  @container (min-width: 600px) {
    .steer {
      display: flex;
    }
    .found {
      justify-content: start;
    }
  }
  @container (min-width: 800px) {
    .filters {
      display: flex;
      gap: 8px;
    }
    .search {
      flex: 1;
      min-width: 240px;
    }
    .menus {
      display: flex;
      gap: 8px;
    }
    .quick {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .switch input {
      appearance: auto;
    }
    .segment:has(:checked) {
      background: Highlight;
    }
  }
`;
