import { css } from 'lit';

export const confirmationStyles = css`
  .done {
    display: grid;
    gap: 16px;
    max-width: 880px;
    margin-inline: auto;
    padding-block-start: 8px;
  }
  .done-mark {
    color: var(--_good);
  }
  .done-mark svg {
    width: 32px;
    height: 32px;
    stroke-width: 1.75;
  }
  .done-text {
    max-width: 600px;
    font-size: 1.0625em;
  }
  .done-text b {
    color: var(--s360-color-ink, inherit);
    font-weight: 600;
  }
  .done-actions {
    display: grid;
    gap: 8px;
    margin-block: 4px 12px;
  }
  .tickets {
    display: grid;
    gap: 12px;
  }
  @container (min-width: 480px) {
    .done-actions {
      display: flex;
      flex-wrap: wrap;
    }
  }
`;
