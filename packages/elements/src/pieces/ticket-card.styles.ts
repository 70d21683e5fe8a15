import { css } from 'lit';

export const ticketCardStyles = css`
  .ticket-card.on-paper {
    display: none;
  }
  .ticket-card {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_raised);
  }
  .ticket-card > .poster {
    aspect-ratio: auto;
    height: 112px;
    border-radius: 0;
  }
  .ticket-facts {
    display: grid;
    align-content: start;
    gap: 4px;
    min-width: 0;
    padding: 16px;
  }
  .ticket-when,
  .ticket-text {
    font-size: 0.9375em;
  }
  .ticket-text {
    margin-block-start: 12px;
  }
  .ticket-places {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 28px;
    margin-block-start: 10px;
  }
  .ticket-places dd {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.35;
    letter-spacing: -0.01em;
  }
  .ticket-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 14px;
  }
  .ticket-actions:empty {
    display: none;
  }
  .ticket-stub {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding: 16px;
    border-block-start: 2px dashed var(--_line);
  }
  .code {
    flex: none;
    width: 152px;
    height: 152px;
    border-radius: var(--_radius-inner);
    background: #fff;
    forced-color-adjust: none;
  }
  .stub-side {
    display: grid;
    justify-items: end;
    gap: 10px;
    text-align: end;
  }
  .stub-status {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .stub-status b {
    font-weight: 600;
  }
  .stub-status.off {
    color: var(--_bad);
  }
  .more-tickets {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    padding: 10px 4px 0;
    font-size: 0.9375em;
  }
  .more-tickets .link {
    flex: none;
  }
  .code-view {
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    padding: 20px;
    border: 0;
    background: #fff;
    color: #14191e;
    color-scheme: light;
  }
  .code-view[open] {
    display: grid;
    grid-template-rows: auto 1fr;
  }
  .code-view .icon {
    justify-self: end;
    border-color: transparent;
    background: none;
    color: inherit;
  }
  .code-view > div {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    text-align: center;
  }
  .code-view .code {
    width: min(92cqi, 70vh, 420px);
    min-width: 280px;
    height: auto;
    aspect-ratio: 1;
  }
  .code-view .title-s {
    color: inherit;
  }
  @container (min-width: 600px) {
    .ticket-card {
      grid-template-columns: 128px minmax(0, 1fr) 192px;
      min-height: 208px;
    }
    .ticket-card > .poster {
      height: auto;
      min-height: 100%;
    }
    .ticket-card > .poster img {
      position: absolute;
      inset: 0;
    }
    .ticket-card > .poster {
      position: relative;
    }
    .ticket-facts {
      padding: 20px;
    }
    .ticket-stub {
      flex-direction: column;
      justify-content: center;
      gap: 8px;
      border-block-start: 0;
      border-inline-start: 2px dashed var(--_line);
    }
    .stub-side {
      justify-items: center;
      gap: 4px;
      text-align: center;
    }
    .stub-side .button {
      min-height: 32px;
      padding: 0 8px;
      border-color: transparent;
      background: none;
      font-size: 0.8125em;
    }
    .stub-side .button:hover {
      background: var(--_fill-strong);
    }
    .stub-status {
      flex-direction: column;
      text-align: center;
    }
  }
  /* On paper: ink on white whatever the page's theme, every ticket, none cut in two, and nothing to press. */
  @media print {
    :host,
    :host > * {
      color-scheme: light !important;
      --_page: #fff !important;
      --_lift: 1 !important;
      --_least: 0% !important;
      --_limit: 0.5 !important;
      color: #14191e !important;
      background: none !important;
      box-shadow: none !important;
    }
    /* Of a dark page whose backgrounds are printed too. */
    :host {
      background: #fff !important;
      box-shadow: 0 0 0 8px #fff !important;
    }
    .ticket-card.on-paper {
      display: grid;
    }
    .ticket-card {
      break-inside: avoid;
    }
    button,
    a,
    .more-tickets,
    .done-actions,
    .ticket-actions,
    .tabs {
      display: none !important;
    }
  }
`;
