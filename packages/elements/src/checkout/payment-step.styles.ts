import { css } from 'lit';

export const paymentStyles = css`
  .payment {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
  }
  .payment-head {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding-inline: 16px;
    border-block-end: 1px solid var(--_line);
    background: var(--_fill);
  }
  .payment-head b {
    flex: 1;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .payment-body {
    min-height: 300px;
    padding: 16px;
  }
  .payment-bones {
    display: grid;
    gap: 12px;
  }
  .payment-hint {
    margin-block-start: -8px;
  }
  @container (min-width: 480px) {
    .payment-back .button {
      margin-inline-start: -20px;
    }
  }
  @container (max-width: 479px) {
    .payment-back svg {
      display: none;
    }
    .payment-back .button {
      width: 100%;
    }
  }
`;
